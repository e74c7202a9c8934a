import type { ReviewWords } from '#shared/words/review-words.ts';

export const es: ReviewWords = {
  ask: 'Pedir una revisión',
  title: 'Pedir una revisión de su licencia',
  intro:
    'Si cree que la tasa de su licencia no es correcta, un responsable la vuelve a mirar. Hasta entonces nada cambia.',
  manager: (name) => `El gestor de su contrato es ${name}.`,
  figures: (rate, answered, total) => `${rate}, ${answered} de ${total} respondidos`,
  noInMails: 'aún sin InMails',
  reason: '¿Qué no es correcto?',
  reasons: {
    replies_missing: 'Faltan respuestas',
    not_my_inmails: 'Se cuentan InMails que no he enviado',
    numbers_wrong: 'Las cifras no son las que veo en Recruiter',
    other: 'Otra cosa',
  },
  message: '¿Qué hay que mirar?',
  messageHint:
    'No nombre a candidatos, por favor. Lo que escriba lo lee un responsable y queda en el registro.',
  carries:
    'Su petición lleva cómo está la licencia ahora y la prueba de su última comprobación: qué InMails contó, cuándo se envió cada uno y cómo se respondió. No contiene nombres.',
  send: 'Pedir la revisión',
  sending: 'Enviando …',
  isOpen: 'Ya hay una revisión de su licencia pendiente de decisión.',
  askedTitle: 'Su petición está con los responsables',
  askedMeans: 'Lo que decidan lo leerá aquí y en la ventana de la barra de herramientas.',
  mail: 'Escribir un correo sobre ello',
  mailHint:
    'Un correo abierto desde aquí contiene las cifras como texto; no puede llevar un archivo. Guarde el correo con la prueba adjunta y ábralo en su programa de correo, o adjunte la prueba usted mismo.',
  saveProof: 'Guardar la prueba (.json)',
  saveMail: 'Guardar el correo con la prueba (.eml)',
  noProof: 'No hay prueba: la licencia aún no se ha comprobado o sus InMails ya no se conservan.',
  subject: (seat, holder) => `Revisión de ${seat} (${holder})`,
  mailBody: ({ contract, seat, holder, reason, message, figures, asked, hash }) =>
    [
      `He pedido una revisión de mi licencia en ${contract}.`,
      '',
      `Licencia: ${seat}, ${holder}`,
      `Pedida: ${asked}`,
      `Cifras entonces: ${figures}`,
      `Motivo: ${reason}`,
      '',
      message,
      ...(hash === null ? [] : ['', `SHA-256 de la prueba: ${hash}`]),
    ].join('\n'),
  askedAt: (when) => `pedida ${when}`,
  waits: 'Pendiente de decisión',
  outcomes: { upheld: 'Aceptada', declined: 'Rechazada' },
  outcomeMeans: {
    upheld: 'La licencia vuelve a estar en regla y su cuenta ha empezado de nuevo.',
    declined: 'La licencia queda como está.',
  },
  because: (reason) => `«${reason}»`,
  decidedAt: (when) => `decidida ${when}`,
  earlier: 'Decididas antes',
  reviews: 'Revisiones',
  reviewsOf: (written) => `Revisiones (${written})`,
  askedFor: 'Con revisión pedida',
  openCount: (count, written) =>
    count === 1
      ? '1 revisión pendiente de decisión'
      : `${written} revisiones pendientes de decisión`,
  none: 'Ninguna revisión pendiente',
  noneMeans: 'Cuando alguien pida la revisión de una licencia, aparecerá aquí.',
  standings: {
    good: 'en regla',
    warning_due: 'un aviso por leer',
    warned: 'avisada',
    improvement: 'en el periodo de mejora',
  },
  about: {
    asked: 'Cuando se pidió',
    check: 'Última comprobación',
    terms: 'Condiciones',
    proof: 'Prueba',
  },
  counted: (accepted, declined, pending) =>
    `${accepted} aceptados, ${declined} rechazados, ${pending} en espera`,
  checkedAt: (when) => `comprobada ${when}`,
  termsSay: (line, minimum, days) => `${line} a partir de ${minimum} InMails, en ${days} días`,
  termsOf: (profile, version) => `${profile}, versión ${version}`,
  hash: (hash) => `SHA-256 de la prueba: ${hash}`,
  seatPage: 'Abrir la licencia',
  why: '¿Por qué decide así?',
  whyHint: 'Lo lee quien la pidió, y queda en el registro.',
  uphold: 'Aceptar',
  decline: 'Rechazar',
  upholdMeans:
    'Aceptar: la licencia queda en regla al momento, sin aviso, y su cuenta empieza de nuevo.',
  declineMeans: 'Rechazar: la licencia queda como está.',
  decidedBefore: 'Mientras tanto, otra persona ya ha decidido.',
};

export const fr: ReviewWords = {
  ask: 'Demander un réexamen',
  title: 'Demander un réexamen de votre licence',
  intro:
    'Si vous pensez que le taux de votre licence n’est pas juste, un responsable le regarde de nouveau. D’ici là, rien ne change.',
  manager: (name) => `Votre contrat est suivi par ${name}.`,
  figures: (rate, answered, total) => `${rate}, ${answered} réponses sur ${total}`,
  noInMails: 'pas encore d’InMails',
  reason: 'Qu’est-ce qui n’est pas juste ?',
  reasons: {
    replies_missing: 'Il manque des réponses',
    not_my_inmails: 'Des InMails que je n’ai pas envoyés sont comptés',
    numbers_wrong: 'Les chiffres ne sont pas ceux que je vois dans Recruiter',
    other: 'Autre chose',
  },
  message: 'Que faut-il regarder ?',
  messageHint:
    'Ne nommez pas de candidats, s’il vous plaît. Un responsable lit ce que vous écrivez, et le journal le garde.',
  carries:
    'Votre demande emporte l’état de la licence et la preuve de son dernier contrôle : quels InMails il a comptés, quand chacun a été envoyé et quelle réponse il a reçue. Aucun nom n’y figure.',
  send: 'Demander le réexamen',
  sending: 'Envoi …',
  isOpen: 'Un réexamen de votre licence attend déjà une décision.',
  askedTitle: 'Votre demande est chez les responsables',
  askedMeans: 'Vous lirez leur décision ici et dans la fenêtre de la barre d’outils.',
  mail: 'Écrire un courriel à ce sujet',
  mailHint:
    'Un courriel ouvert d’ici contient les chiffres en texte ; il ne peut pas emporter de fichier. Enregistrez le courriel avec la preuve jointe et ouvrez-le dans votre messagerie, ou joignez la preuve vous-même.',
  saveProof: 'Enregistrer la preuve (.json)',
  saveMail: 'Enregistrer le courriel avec la preuve (.eml)',
  noProof:
    'Il n’y a pas de preuve : la licence n’a pas encore été contrôlée, ou ses InMails ne sont plus gardés.',
  subject: (seat, holder) => `Réexamen de ${seat} (${holder})`,
  mailBody: ({ contract, seat, holder, reason, message, figures, asked, hash }) =>
    [
      `J’ai demandé un réexamen de ma licence dans ${contract}.`,
      '',
      `Licence : ${seat}, ${holder}`,
      `Demandé : ${asked}`,
      `Chiffres alors : ${figures}`,
      `Motif : ${reason}`,
      '',
      message,
      ...(hash === null ? [] : ['', `SHA-256 de la preuve : ${hash}`]),
    ].join('\n'),
  askedAt: (when) => `demandé ${when}`,
  waits: 'Attend une décision',
  outcomes: { upheld: 'Accepté', declined: 'Refusé' },
  outcomeMeans: {
    upheld: 'La licence est de nouveau en règle, et son compte a recommencé.',
    declined: 'La licence reste comme elle est.',
  },
  because: (reason) => `« ${reason} »`,
  decidedAt: (when) => `décidé ${when}`,
  earlier: 'Décidés auparavant',
  reviews: 'Réexamens',
  reviewsOf: (written) => `Réexamens (${written})`,
  askedFor: 'Réexamen demandé',
  openCount: (count, written) =>
    count === 1 ? '1 réexamen attend une décision' : `${written} réexamens attendent une décision`,
  none: 'Aucun réexamen n’attend',
  noneMeans: 'Quand quelqu’un demande le réexamen d’une licence, il apparaît ici.',
  standings: {
    good: 'en règle',
    warning_due: 'un avertissement à lire',
    warned: 'avertie',
    improvement: 'en période d’amélioration',
  },
  about: {
    asked: 'Lors de la demande',
    check: 'Dernier contrôle',
    terms: 'Conditions',
    proof: 'Preuve',
  },
  counted: (accepted, declined, pending) =>
    `${accepted} acceptés, ${declined} déclinés, ${pending} en attente`,
  checkedAt: (when) => `contrôlée ${when}`,
  termsSay: (line, minimum, days) => `${line} à partir de ${minimum} InMails, en ${days} jours`,
  termsOf: (profile, version) => `${profile}, version ${version}`,
  hash: (hash) => `SHA-256 de la preuve : ${hash}`,
  seatPage: 'Ouvrir la licence',
  why: 'Pourquoi décidez-vous ainsi ?',
  whyHint: 'La personne qui a demandé le lit, et le journal le garde.',
  uphold: 'Accepter',
  decline: 'Refuser',
  upholdMeans:
    'Accepter : la licence est en règle aussitôt, sans avertissement, et son compte recommence.',
  declineMeans: 'Refuser : la licence reste comme elle est.',
  decidedBefore: 'Quelqu’un d’autre a décidé entre-temps.',
};
