import type { PilotReportWords } from '#shared/words/pilot-report-words.ts';

export const es: PilotReportWords = {
  title: 'Qué cambió el piloto',
  about: (contract, treated, observed) =>
    `${contract}: licencias en el piloto ${treated}, en observación ${observed}`,
  since: (entered) =>
    entered === null
      ? 'Aún no hay ninguna licencia en el piloto.'
      : `La mitad de las licencias del piloto había entrado el ${entered}.`,
  sinceKnown: (entered) =>
    `La mitad de las licencias cuyo inicio se conoce había entrado en el piloto el ${entered}.`,
  madeAt: (when) => `Hecho el ${when}`,
  verdict: '¿Funcionó?',
  better: (points, interval) =>
    `Sí: la tasa de respuesta de las licencias del piloto cambió ${points} más que la de las licencias en observación (intervalo del 95 %: ${interval}).`,
  worse: (points, interval) =>
    `No: la tasa de respuesta de las licencias del piloto cambió ${points} frente a la de las licencias en observación (intervalo del 95 %: ${interval}).`,
  tooSmall: 'Las cifras son demasiado pequeñas para saberlo.',
  doubts: {
    no_pilot: () => 'Ninguna licencia ha estado aún en el piloto.',
    start_unknown: () =>
      'Ya no se sabe cuándo entraron las licencias en el piloto: lo registrado hace tanto tiempo está borrado.',
    no_comparison: () =>
      'Todas las licencias están en el piloto: no queda ninguna en observación para comparar, y lo que cambió pudo cambiar igualmente.',
    short_before: ({ days }) =>
      `Se conoce demasiado poco de antes: menos de ${days} días en la mitad o más de las licencias de un grupo.`,
    few_seats: ({ seats }) =>
      `Menos de ${seats} licencias de un grupo enviaron InMails antes y después.`,
    few_inmails: ({ inmails }) => `Un grupo envió menos de ${inmails} InMails antes o después.`,
    interval_holds_zero: () =>
      'La diferencia bien podría ser ninguna: su intervalo del 95 % contiene el cero.',
  },
  points: (value) => `${value} puntos`,
  tiles: {
    notices: 'Notificaciones mostradas',
    read: 'Notificaciones leídas',
    held: 'Envíos masivos retenidos',
    difference: 'Diferencia en la tasa de respuesta',
  },
  warningsOf: (warnings) => `de ellas, avisos: ${warnings}`,
  medianDays: (_days, written) => `la mitad en ${written === '1' ? '1 día' : `${written} días`}`,
  heldTo: (inmails, seats) => `InMails ${inmails}, licencias ${seats}`,
  rates: 'Tasa de respuesta y volumen',
  ratesNote: (days) =>
    `Antes y después duran lo mismo para cada licencia: lo que se conoce de ambos. Cuentan las respuestas llegadas en ${days} días; los InMails con menos tiempo se dejan fuera. Intervalos del 95 %.`,
  shortened: (seats) =>
    `Se conoce menos de antes que de después: licencias ${seats}. De ellas solo se comparan otros tantos días de después.`,
  withoutBefore: (seats) =>
    `No se conoce nada de antes: licencias ${seats}. Se dejan fuera de antes y después.`,
  startUnknown: (seats) =>
    `Ya no se sabe si entraron en el piloto ni cuándo, pues lo registrado hace tanto tiempo está borrado: licencias ${seats}. Se dejan fuera de antes y después.`,
  treated: 'En el piloto',
  observed: 'En observación',
  before: 'antes',
  after: 'después',
  reactions: 'Envíos masivos después de un aviso',
  reactionsNote: (days) =>
    `El primer aviso de cada licencia: sus envíos masivos en los ${days} días siguientes frente a los ${days} anteriores. En observación nadie vio el aviso; esas licencias muestran lo que habría pasado igualmente.`,
  reactionsOf: {
    stopped: 'Ya no envió ninguno',
    cut: 'Envió menos en masa',
    split: 'Los mismos, en envíos menores',
    as_before: 'Como antes',
    no_bulk: 'Antes tampoco enviaba en masa',
    too_recent: 'Demasiado reciente',
  },
  nobodyWarned: 'Ninguna licencia recibió un aviso en este tiempo.',
  sizes: (before, after) => `InMails por envío masivo de media: ${before} antes, ${after} después.`,
  heads: {
    group: 'Licencias',
    seats: 'Número',
    compared: 'Enviaron antes y después',
    inmails: 'InMails',
    bulk: 'En masa',
    perSeatWeek: 'Por licencia y semana',
    rate: 'Tasa de respuesta',
    change: 'Cambio, en puntos',
    warned: 'Con aviso',
  },
  rule: 'Cuándo las cifras son demasiado pequeñas',
  ruleOf: ({ seats, inmails, days }) => [
    `Cuando un grupo tiene menos de ${seats} licencias que enviaron InMails antes y después, o menos de ${inmails} InMails en alguno de los dos.`,
    `Cuando de la mitad o más de las licencias de un grupo se conocen menos de ${days} días de antes, aunque haya más de después. Las licencias de las que no se conoce nada de antes solo cuentan donde no hay otras.`,
    'Cuando el intervalo del 95 % de la diferencia contiene el cero. La diferencia es lo que cambió en el piloto menos lo que cambió en observación.',
    'Los intervalos de los cambios y de la diferencia van por licencia, porque los InMails de una licencia se parecen; los de una sola tasa van por InMail y son más estrechos que la verdad.',
  ],
  limits: 'Qué no puede decir',
  limitsOf: [
    'Las licencias nombradas para el piloto, y no elegidas por un porcentaje, pueden ser distintas desde el principio.',
    'Las licencias en observación se comparan desde el día en que la mitad del piloto había entrado.',
    'Una licencia se da por conocida desde el día en que se creó o desde su primer InMail, lo que fuera antes. Lo que nadie comunicó entonces no se echa en falta.',
    'Los envíos retenidos son los que comunicó la extensión; el que no se intentó porque se sabía en pausa no está en ninguna cuenta.',
    'Lo que hizo un aviso se ve por lo que vino después. Una tasa o un volumen fuera de lo normal suele volver por sí solo.',
  ],
};

export const fr: PilotReportWords = {
  title: 'Ce que le pilote a changé',
  about: (contract, treated, observed) =>
    `${contract} : licences dans le pilote ${treated}, en observation ${observed}`,
  since: (entered) =>
    entered === null
      ? 'Aucune licence n’est encore dans le pilote.'
      : `La moitié des licences du pilote y était entrée le ${entered}.`,
  sinceKnown: (entered) =>
    `La moitié des licences dont le début est connu était entrée dans le pilote le ${entered}.`,
  madeAt: (when) => `Établi le ${when}`,
  verdict: 'Cela a-t-il marché ?',
  better: (points, interval) =>
    `Oui : le taux de réponse des licences du pilote a changé de ${points} de plus que celui des licences en observation (intervalle à 95 % : ${interval}).`,
  worse: (points, interval) =>
    `Non : le taux de réponse des licences du pilote a changé de ${points} par rapport à celui des licences en observation (intervalle à 95 % : ${interval}).`,
  tooSmall: 'Les chiffres sont trop petits pour le dire.',
  doubts: {
    no_pilot: () => 'Aucune licence n’a encore été dans le pilote.',
    start_unknown: () =>
      'On ne sait plus quand les licences sont entrées dans le pilote : ce qui a été enregistré il y a si longtemps est supprimé.',
    no_comparison: () =>
      'Toutes les licences sont dans le pilote : aucune n’est en observation pour comparer, et ce qui a changé aurait peut-être changé de toute façon.',
    short_before: ({ days }) =>
      `On connaît trop peu de l’avant : moins de ${days} jours pour la moitié des licences d’un groupe ou plus.`,
    few_seats: ({ seats }) =>
      `Moins de ${seats} licences d’un groupe ont envoyé des InMails avant et après.`,
    few_inmails: ({ inmails }) => `Un groupe a envoyé moins de ${inmails} InMails avant ou après.`,
    interval_holds_zero: () =>
      'La différence pourrait aussi bien être nulle : son intervalle à 95 % contient le zéro.',
  },
  points: (value) => `${value} points`,
  tiles: {
    notices: 'Avis affichés',
    read: 'Avis lus',
    held: 'Envois groupés retenus',
    difference: 'Différence du taux de réponse',
  },
  warningsOf: (warnings) => `dont avertissements : ${warnings}`,
  medianDays: (days, written) => `la moitié en ${written} ${days < 2 ? 'jour' : 'jours'}`,
  heldTo: (inmails, seats) => `InMails ${inmails}, licences ${seats}`,
  rates: 'Taux de réponse et volume',
  ratesNote: (days) =>
    `Avant et après ont la même durée pour chaque licence : celle que l’on connaît des deux. Comptent les réponses venues en ${days} jours ; les InMails qui ont eu moins de temps sont laissés de côté. Intervalles à 95 %.`,
  shortened: (seats) =>
    `L’avant est connu moins longtemps que l’après : licences ${seats}. Pour elles, seuls autant de jours d’après sont comparés.`,
  withoutBefore: (seats) =>
    `Rien n’est connu de l’avant : licences ${seats}. Elles sont laissées de côté pour l’avant et l’après.`,
  startUnknown: (seats) =>
    `On ne sait plus si elles sont entrées dans le pilote, ni quand, car ce qui a été enregistré il y a si longtemps est supprimé : licences ${seats}. Elles sont laissées de côté pour l’avant et l’après.`,
  treated: 'Dans le pilote',
  observed: 'En observation',
  before: 'avant',
  after: 'après',
  reactions: 'Envois groupés après un avertissement',
  reactionsNote: (days) =>
    `Le premier avertissement de chaque licence : ses envois groupés dans les ${days} jours suivants face aux ${days} jours précédents. En observation, personne n’a vu l’avertissement ; ces licences montrent ce qui serait arrivé de toute façon.`,
  reactionsOf: {
    stopped: 'N’en a plus envoyé',
    cut: 'A envoyé moins en groupe',
    split: 'Autant, en envois plus petits',
    as_before: 'Comme avant',
    no_bulk: 'N’en envoyait pas avant',
    too_recent: 'Trop récent',
  },
  nobodyWarned: 'Aucune licence n’a été avertie pendant ce temps.',
  sizes: (before, after) =>
    `InMails par envoi groupé en moyenne : ${before} avant, ${after} après.`,
  heads: {
    group: 'Licences',
    seats: 'Nombre',
    compared: 'Ont envoyé avant et après',
    inmails: 'InMails',
    bulk: 'Groupés',
    perSeatWeek: 'Par licence et semaine',
    rate: 'Taux de réponse',
    change: 'Changement, en points',
    warned: 'Avertis',
  },
  rule: 'Quand les chiffres sont trop petits',
  ruleOf: ({ seats, inmails, days }) => [
    `Quand un groupe a moins de ${seats} licences qui ont envoyé des InMails avant et après, ou moins de ${inmails} InMails dans l’un des deux.`,
    `Quand, pour la moitié des licences d’un groupe ou plus, moins de ${days} jours d’avant sont connus alors qu’il y en a plus après. Les licences dont rien n’est connu de l’avant ne comptent que là où il n’y en a pas d’autres.`,
    'Quand l’intervalle à 95 % de la différence contient le zéro. La différence est ce qui a changé dans le pilote moins ce qui a changé en observation.',
    'Les intervalles des changements et de la différence vont par licence, car les InMails d’une licence se ressemblent ; ceux d’un seul taux vont par InMail et sont plus étroits que la vérité.',
  ],
  limits: 'Ce que cela ne peut pas dire',
  limitsOf: [
    'Des licences nommées pour le pilote, plutôt que tirées selon une part, peuvent différer dès le départ.',
    'Les licences en observation sont comparées à partir du jour où la moitié du pilote était entrée.',
    'Une licence passe pour connue depuis le jour où elle a été créée ou depuis son premier InMail, au plus tôt des deux. Ce que personne n’a signalé alors ne se voit pas manquer.',
    'Les envois retenus sont ceux que l’extension a signalés ; un envoi qui n’a pas été tenté parce que la pause était connue n’est compté nulle part.',
    'L’effet d’un avertissement se lit à ce qui l’a suivi. Un taux ou un volume inhabituel revient souvent de lui-même.',
  ],
};
