import type { TransferWords } from '#shared/words/transfer-words.ts';

export const es: TransferWords = {
  title: (seat, holder) => `Dar ${seat} a otra persona, ahora de ${holder}`,
  back: 'Volver a la licencia',
  whoTitle: '1. Quién la tendrá',
  who: 'Nombre de la nueva persona',
  whoHint: 'Tal como debe aparecer en la lista de licencias.',
  show: 'Mostrar qué va con la licencia',
  alreadyHolder: (holder) => `${holder} ya tiene la licencia.`,
  goesTitle: (to) => `2. Lo que recibe ${to}`,
  rate: (rate, answered, total) =>
    `Una tasa de respuesta del ${rate}: ${answered} de ${total} con respuesta`,
  noInMails: 'Ningún InMail en la ventana que cuenta ahora',
  standing: (standing) => `Su estado: ${standing}`,
  daysLeft: (days, until) =>
    days === 1
      ? `El periodo en curso: queda 1 día, hasta el ${until}`
      : `El periodo en curso: quedan ${days} días, hasta el ${until}`,
  bulkPaused: 'El envío masivo sigue en pausa para la nueva persona',
  everWarned: 'El aviso pasado: la próxima tasa bajo la línea restringe la licencia sin otro aviso',
  neverWarned: 'Ningún aviso pasado',
  nextCheck: (when) => `Su próximo control: ${when}`,
  passedOn: {
    warning: 'El aviso de tasa abierto, que le toca leer',
    improvement_started: 'El aviso abierto de que el envío masivo está en pausa, que le toca leer',
    improvement_renewed: 'El aviso abierto de que el envío masivo sigue en pausa, que le toca leer',
    improvement_ended: 'El aviso abierto de que el envío masivo vuelve',
    inherited: 'El aviso abierto sobre lo que venía con la licencia, que le toca leer',
  },
  gets: 'Un aviso de que la licencia trae su historial, lo primero que leerá en Recruiter',
  getsNothing: 'Ningún aviso por leer',
  endsTitle: 'Lo que termina',
  devices: (holder) => `Todo navegador que ${holder} conectó a esta licencia se cierra al momento`,
  unsent: (holder) =>
    `Lo que esos navegadores aún no han comunicado se pierde para esta licencia; pida antes a ${holder} que abra Recruiter una vez`,
  unchanged:
    'Los InMails y el historial siguen con la licencia. No se puede deshacer, solo devolver.',
  confirmTitle: '3. Confirmar',
  confirmHint: (to) => `Escriba otra vez el nombre: ${to}`,
  confirm: (seat, to) => `Dar ${seat} a ${to}`,
  busy: 'Un momento …',
  cancel: 'Dejarlo como está',
  otherPerson: 'Elegir a otra persona',
  doneTitle: (seat, to) => `${seat} es ahora de ${to}`,
  doneDevices: (holder) => `Los navegadores de ${holder} ya no hablan por ella.`,
  doneInvite: (to) =>
    `${to} necesita una invitación para conectarse; la envía quien lleva el servidor.`,
  openSeat: 'Abrir la licencia',
};

export const fr: TransferWords = {
  title: (seat, holder) => `Confier ${seat} à quelqu’un d’autre, aujourd’hui à ${holder}`,
  back: 'Retour à la licence',
  whoTitle: '1. Qui la tiendra',
  who: 'Nom de la nouvelle personne',
  whoHint: 'Tel qu’il doit paraître dans la liste des licences.',
  show: 'Afficher ce qui va avec la licence',
  alreadyHolder: (holder) => `${holder} tient déjà la licence.`,
  goesTitle: (to) => `2. Ce que ${to} reprend`,
  rate: (rate, answered, total) =>
    `Un taux de réponse de ${rate} : ${answered} réponses sur ${total}`,
  noInMails: 'Aucun InMail dans la fenêtre qui compte maintenant',
  standing: (standing) => `Sa situation : ${standing}`,
  daysLeft: (days, until) =>
    days === 1
      ? `La période en cours : il reste 1 jour, jusqu’au ${until}`
      : `La période en cours : il reste ${days} jours, jusqu’au ${until}`,
  bulkPaused: 'L’envoi groupé reste en pause pour la nouvelle personne',
  everWarned:
    'L’avertissement passé : au prochain taux sous la ligne, la licence est restreinte sans autre avertissement',
  neverWarned: 'Aucun avertissement passé',
  nextCheck: (when) => `Son prochain contrôle : ${when}`,
  passedOn: {
    warning: 'L’avertissement ouvert, qu’il lui revient de lire',
    improvement_started: 'L’avis ouvert que l’envoi groupé est en pause, qu’il lui revient de lire',
    improvement_renewed:
      'L’avis ouvert que l’envoi groupé reste en pause, qu’il lui revient de lire',
    improvement_ended: 'L’avis ouvert que l’envoi groupé est de retour',
    inherited: 'L’avis ouvert sur ce qui venait avec la licence, qu’il lui revient de lire',
  },
  gets: 'Un avis que la licence vient avec son passé, lu en premier dans Recruiter',
  getsNothing: 'Aucun avis à lire',
  endsTitle: 'Ce qui prend fin',
  devices: (holder) =>
    `Tout navigateur que ${holder} a connecté à cette licence est déconnecté aussitôt`,
  unsent: (holder) =>
    `Ce que ces navigateurs n’ont pas encore transmis est perdu pour cette licence ; faites d’abord ouvrir Recruiter une fois à ${holder}`,
  unchanged:
    'Les InMails et le passé restent avec la licence. Cela ne s’annule pas, on peut seulement la rendre.',
  confirmTitle: '3. Confirmer',
  confirmHint: (to) => `Saisissez encore une fois le nom : ${to}`,
  confirm: (seat, to) => `Confier ${seat} à ${to}`,
  busy: 'Un instant …',
  cancel: 'Laisser comme c’est',
  otherPerson: 'Choisir une autre personne',
  doneTitle: (seat, to) => `${seat} est maintenant à ${to}`,
  doneDevices: (holder) => `Les navigateurs de ${holder} ne parlent plus pour elle.`,
  doneInvite: (to) =>
    `Il faut une invitation à ${to} pour se connecter ; elle vient de la personne qui tient le serveur.`,
  openSeat: 'Ouvrir la licence',
};
