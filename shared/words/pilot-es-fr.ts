import type { PilotWords } from '#shared/words/pilot-words.ts';

export const es: PilotWords = {
  title: (contract) => `Piloto de ${contract}`,
  nowTitle: 'Cómo está',
  modes: { observe: 'Observar', inform: 'Informar', enforce: 'Aplicar' },
  means: {
    observe: 'Se calcula todo. A los recruiters no se les muestra nada, y no se impide nada.',
    inform: 'Los recruiters ven su tasa y sus avisos. No se impide nada.',
    enforce:
      'Como informar, y el envío masivo se pausa para una licencia en su periodo de mejora. El envío individual sigue siempre activo.',
  },
  setTo: (mode, share, named) => {
    const byName = named === 1 ? ', y para 1 por su nombre' : `, y para ${named} por su nombre`;
    return `${mode} para el ${share} de las licencias${named === 0 ? '' : byName}`;
  },
  setToNamed: (mode, named) =>
    named === 1
      ? `${mode} para 1 licencia, por su nombre`
      : `${mode} para ${named} licencias, por su nombre`,
  seatsIn: (observe, inform, enforce) =>
    `Licencias: ${enforce} con «Aplicar», ${inform} con «Informar», ${observe} en observación`,
  setBy: (who, when) => `Fijado por ${who} el ${when}`,
  who: {
    recruiter: 'un recruiter',
    lead: 'un responsable',
    admin: 'un administrador',
    feed: 'una fuente de datos',
    operator: 'el operador',
    server: 'el servidor',
  },
  whoUnknown: 'alguien no registrado',
  partialAccepted: (when) =>
    `Un administrador aceptó el ${when} aplicar según lo que solo ve la extensión.`,
  earlier: 'Ajustes anteriores',
  readOnly:
    'Un piloto es de todo el contrato: lo fija un administrador, o un responsable de todos los equipos.',
  changeTitle: 'Cambiarlo',
  mode: 'Hasta dónde llega',
  share: 'Parte de las licencias, en porcentaje',
  shareHint:
    'Subirla no deja fuera a ninguna. Las licencias fuera del piloto están en observación. Con 0 participan solo las nombradas.',
  named: 'Licencias por su nombre',
  namedHint: 'Participan sea cual sea la parte.',
  add: 'Añadir',
  notFound: 'Ninguna licencia con ese nombre está en la lista.',
  remove: (seat) => `Quitar ${seat}`,
  show: 'Mostrar qué cambiaría',
  busy: 'Un momento …',
  previewTitle: 'Qué cambiaría',
  nothing: 'No cambiaría ninguna licencia.',
  enter: (count, written) =>
    count === 1 ? '1 licencia entra en el piloto' : `${written} licencias entran en el piloto`,
  leave: (count, written) =>
    count === 1 ? '1 licencia pasa a observación' : `${written} licencias pasan a observación`,
  other: (count, written) =>
    count === 1
      ? '1 licencia sigue en él, en el otro modo'
      : `${written} licencias siguen en él, en el otro modo`,
  held: (count, written) =>
    count === 1
      ? 'El envío masivo se pausa al momento para 1 licencia'
      : `El envío masivo se pausa al momento para ${written} licencias`,
  released: (count, written) =>
    count === 1
      ? 'El envío masivo vuelve al momento para 1 licencia'
      : `El envío masivo vuelve al momento para ${written} licencias`,
  anew: (count, written) =>
    count === 1 ? '1 licencia empieza de nuevo' : `${written} licencias empiezan de nuevo`,
  anewMeans:
    'Una licencia que sale de la observación empieza en regla y sin avisos pasados; sus InMails siguen y cuentan.',
  columns: { seat: 'Licencia', from: 'Ahora', to: 'Después', atOnce: 'Al momento' },
  bulkHeld: 'masivo en pausa',
  bulkReleased: 'masivo de vuelta',
  startsAnew: 'empieza de nuevo',
  more: (written) => `y ${written} más`,
  partialTitle: 'Aún no: los datos son parciales',
  partialMeans:
    'La extensión es la única fuente. Ve los envíos al momento, y las respuestas solo cuando alguien abre la bandeja, así que toda tasa parece más baja.',
  partialAdmin: 'Un administrador puede aceptar aplicarlo así; entonces cada cifra lo indica.',
  partialAccept: 'Acepto aplicarlo con datos parciales. Cada cifra lo indicará.',
  confirm: (count, written) =>
    count === 1 ? 'Cambiarlo para 1 licencia' : `Cambiarlo para ${written} licencias`,
  confirmSettings: 'Fijarlo así',
  change: 'Cambiar otra cosa',
  doneTitle: 'El piloto ha cambiado',
};

export const fr: PilotWords = {
  title: (contract) => `Pilote de ${contract}`,
  nowTitle: 'Comme il est',
  modes: { observe: 'Observer', inform: 'Informer', enforce: 'Appliquer' },
  means: {
    observe: 'Tout est calculé. Rien n’est montré aux recruteurs, et rien n’est refusé.',
    inform: 'Les recruteurs voient leur taux, les avertissements et les avis. Rien n’est refusé.',
    enforce:
      'Comme informer, et l’envoi groupé est en pause pour une licence en période d’amélioration. L’envoi individuel reste toujours actif.',
  },
  setTo: (mode, share, named) => {
    const byName = named === 1 ? ', et pour 1 par son nom' : `, et pour ${named} par leur nom`;
    return `${mode} pour ${share} des licences${named === 0 ? '' : byName}`;
  },
  setToNamed: (mode, named) =>
    named === 1
      ? `${mode} pour 1 licence, par son nom`
      : `${mode} pour ${named} licences, par leur nom`,
  seatsIn: (observe, inform, enforce) =>
    `Licences : ${enforce} avec « Appliquer », ${inform} avec « Informer », ${observe} en observation`,
  setBy: (who, when) => `Réglé par ${who} le ${when}`,
  who: {
    recruiter: 'un recruteur',
    lead: 'un responsable',
    admin: 'un administrateur',
    feed: 'une source de données',
    operator: 'l’exploitant',
    server: 'le serveur',
  },
  whoUnknown: 'quelqu’un de non enregistré',
  partialAccepted: (when) =>
    `Un administrateur a accepté le ${when} d’appliquer selon ce que l’extension seule voit.`,
  earlier: 'Réglages précédents',
  readOnly:
    'Un pilote vaut pour tout le contrat : un administrateur le règle, ou un responsable de toutes les équipes.',
  changeTitle: 'Le changer',
  mode: 'Jusqu’où il va',
  share: 'Part des licences, en pour cent',
  shareHint:
    'L’augmenter n’en retire aucune. Les licences hors du pilote sont en observation. À 0, seules les licences nommées participent.',
  named: 'Licences par leur nom',
  namedHint: 'Elles participent quelle que soit la part.',
  add: 'Ajouter',
  notFound: 'Aucune licence de ce nom dans la liste.',
  remove: (seat) => `Retirer ${seat}`,
  show: 'Afficher ce qui changerait',
  busy: 'Un instant …',
  previewTitle: 'Ce qui changerait',
  nothing: 'Aucune licence ne changerait.',
  enter: (count, written) =>
    count === 1 ? '1 licence entre dans le pilote' : `${written} licences entrent dans le pilote`,
  leave: (count, written) =>
    count === 1 ? '1 licence passe en observation' : `${written} licences passent en observation`,
  other: (count, written) =>
    count === 1
      ? '1 licence y reste, dans l’autre mode'
      : `${written} licences y restent, dans l’autre mode`,
  held: (count, written) =>
    count === 1
      ? 'L’envoi groupé est aussitôt en pause pour 1 licence'
      : `L’envoi groupé est aussitôt en pause pour ${written} licences`,
  released: (count, written) =>
    count === 1
      ? 'L’envoi groupé revient aussitôt pour 1 licence'
      : `L’envoi groupé revient aussitôt pour ${written} licences`,
  anew: (count, written) =>
    count === 1 ? '1 licence recommence' : `${written} licences recommencent`,
  anewMeans:
    'Une licence qui quitte l’observation commence en règle et sans avertissement passé ; ses InMails restent et comptent.',
  columns: { seat: 'Licence', from: 'Maintenant', to: 'Ensuite', atOnce: 'Aussitôt' },
  bulkHeld: 'groupé en pause',
  bulkReleased: 'groupé de retour',
  startsAnew: 'recommence',
  more: (written) => `et ${written} de plus`,
  partialTitle: 'Pas encore : les données sont partielles',
  partialMeans:
    'L’extension est la seule source. Elle voit les envois aussitôt, et les réponses seulement quand quelqu’un ouvre la messagerie ; chaque taux paraît donc plus bas.',
  partialAdmin: 'Un administrateur peut accepter d’appliquer ainsi ; chaque chiffre le dit alors.',
  partialAccept: 'J’accepte d’appliquer sur des données partielles. Chaque chiffre le dira.',
  confirm: (count, written) =>
    count === 1 ? 'Le changer pour 1 licence' : `Le changer pour ${written} licences`,
  confirmSettings: 'Régler ainsi',
  change: 'Changer autre chose',
  doneTitle: 'Le pilote est changé',
};
