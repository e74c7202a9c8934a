import type { BacktestWords } from '#shared/words/backtest-words.ts';

export const es: BacktestWords = {
  title: 'Qué habrían hecho estas condiciones',
  history: (seats, inmails, from, until) =>
    `Una prueba retrospectiva con ${seats} licencias y ${inmails} InMails, del ${from} al ${until}`,
  madeAt: (when) => `Hecho el ${when}`,
  summary: 'En breve',
  lead: (terms, warned, restricted) =>
    `Si las condiciones «${terms}» hubieran regido todo este tiempo, ${warned.part} de ${warned.of} licencias habrían recibido un aviso (${warned.share}) y ${restricted.part} de ${restricted.of} habrían tenido el envío masivo en pausa al menos una vez (${restricted.share}).`,
  warningsCameTo: (issued, restricted, recovered, tooFew) =>
    `Avisos emitidos: ${issued}. Periodos de aviso que llevaron a una pausa: ${restricted}; que terminaron con una tasa en la línea o por encima: ${recovered}; con muy pocos InMails para evaluar: ${tooFew}.`,
  warningsUnread: (count) => `Avisos que nunca se leyeron en este historial: ${count}.`,
  restrictionsEnded: (recovered, tooFew, running) =>
    `Pausas que terminaron porque la tasa se recuperó: ${recovered}; porque se enviaron muy pocos InMails para evaluar: ${tooFew}; que seguían al final del historial: ${running}.`,
  heldInMails: ({ part, of, share }) =>
    `InMails enviados en masa durante una pausa, que se habrían retenido: ${part} de ${of} (${share}). El envío individual nunca se retiene.`,
  notEnough:
    'Ninguna licencia envió InMails suficientes para evaluarla, así que estas condiciones no habrían afectado a nadie. De ello no se sigue nada para licencias que envían más.',
  notInForce: (from) =>
    `Estas condiciones rigen desde el ${from}, después del final de este historial: no hubo ningún control.`,
  warningsBecame: 'Qué fue de los avisos',
  warningEnds: {
    restricted: 'Llevó a una pausa',
    recovered: 'Tasa en la línea o por encima',
    tooFew: 'Muy pocos InMails para evaluar',
    unread: 'Nunca leído',
    other: 'Sigue en curso o terminó de otro modo',
  },
  pausesEnded: 'Cómo terminaron las pausas',
  more: (count) => `Las otras ${count}`,
  tiles: {
    warned: 'Licencias con aviso',
    restricted: 'Licencias en pausa',
    days: 'Días en pausa',
    held: 'InMails retenidos',
  },
  ofMany: (part, of) => `${part} de ${of}`,
  daysEach: (days) => `${days} por licencia en pausa`,
  compared: 'Condiciones comparadas',
  comparedNote:
    'Parte de todas las licencias que habrían recibido un aviso, y que habrían estado en pausa, con intervalos del 95 %.',
  inDetail: 'en detalle aquí',
  atATime: 'En pausa a la vez',
  atATimeNote: (most, when) => `Como mucho ${most} licencias a la vez, por primera vez el ${when}.`,
  segments: 'Por segmento',
  segmentsMet: 'Con aviso y en pausa por segmento',
  segmentsNote: (line) =>
    `Tasa de respuesta de cada segmento en todo el historial, con intervalos del 95 %, frente a la línea del ${line}. Un segmento no exime a nadie; muestra dónde se habrían notado las condiciones.`,
  noSegment: 'sin segmento',
  who: 'Quién habría estado en pausa y cuándo',
  whoNote: (shown, all) => `Se muestran ${shown} de ${all} pausas, por su comienzo.`,
  nobody: 'Nadie.',
  assumed: 'Qué se supuso',
  limits: 'Qué no puede decir',
  profiles: {
    'inmail-2014': ({ line, minimum, window, every }) =>
      `inmail-2014 es la política tal como se anunció en 2014: de ${minimum} InMails o más en ${window} días, el ${line} debe tener respuesta. Se revisa ${every} y se avisa una vez; el periodo de aviso empieza cuando se lee el aviso.`,
    'inmail-current': ({ line, minimum, window, every, grace }) =>
      `inmail-current es su forma posterior: de ${minimum} InMails o más en ${window} días, el ${line} debe tener respuesta. Se revisa ${every} y se avisa en cada ciclo; el periodo de aviso empieza solo, y las respuestas cuentan ${grace} días más.`,
  },
  assumptions: {
    readAfter: (days) =>
      `Cada aviso se dio por leído ${days} después de emitirse, o antes si el historial lo dice.`,
    readAtOnce: 'Cada aviso se dio por leído en el momento de emitirse.',
    readAsInHistory: (acknowledgements) =>
      `No se supuso ninguna lectura: solo cuenta lo que el historial contiene (confirmaciones: ${acknowledgements}, y lo que las licencias en observación leen al momento). Un aviso sin leer no lleva más lejos.`,
    neverRead:
      'No se supuso ninguna lectura, y el historial no contiene ninguna salvo de licencias en observación. Donde CONTINUAR inicia el periodo de aviso, un aviso sin leer no lleva más lejos. Añada --acknowledge-after para suponerla.',
    needsNoReading:
      'Con condiciones en las que el control inicia el periodo de aviso, la lectura no cambia nada.',
    termsSetAside: (changes) =>
      `Las condiciones a prueba rigen de principio a fin; los cambios de condiciones del historial se dejaron aparte: ${changes}. Los traspasos, las revisiones aceptadas y los modos son los del historial.`,
  },
  limitsOf: [
    'Esto es lo que se hizo sin estos avisos. Con aviso se habría enviado menos, o mejor: las cifras dicen a quién habrían afectado las condiciones, no qué habrían logrado.',
    'Los InMails masivos que se habrían retenido sí se enviaron en este historial, y cuentan en los controles siguientes.',
    'Cada licencia cuenta en el segmento de la mayoría de sus InMails. Los intervalos toman las licencias, y los InMails, por independientes entre sí; como los InMails de una licencia se parecen, la verdad es menos segura de lo que dicen los intervalos de InMails y tasas.',
    'Una respuesta que el historial no contiene hace que una tasa parezca más baja de lo que fue. Los últimos InMails tuvieron poco tiempo para recibir respuesta.',
    'Una pausa que sigue al final del historial se cuenta hasta ahí.',
  ],
  heads: {
    terms: 'Condiciones',
    segment: 'Segmento',
    seat: 'Licencia',
    seats: 'Licencias',
    judged: 'Evaluados',
    warned: 'Con aviso',
    restricted: 'En pausa',
    renewed: 'Prorrogados',
    days: 'Días en pausa',
    recovered: 'Fin: recuperada',
    tooFew: 'Fin: muy pocos InMails',
    inmails: 'InMails',
    rate: 'Tasa de respuesta',
    held: 'InMails retenidos',
    from: 'Desde',
    until: 'Hasta',
    end: 'Cómo terminó',
    interval: 'Intervalo del 95 %',
  },
  ends: {
    recovered: 'Tasa recuperada',
    too_few: 'Muy pocos InMails para evaluar',
    otherwise: 'Revisión aceptada o cambio de modo',
    running: 'Sigue en curso',
  },
  terms: {
    thresholdBps: (value) => `línea ${value}`,
    minimumVolume: (value) => `desde ${value} InMails`,
    windowDays: (value) => `ventana de ${value}`,
    checkEveryDays: (value) => `control ${value}`,
    checkHourUtc: (value) => `control a las ${value}:00 UTC`,
    warningDays: (value) => `periodo de aviso de ${value}`,
    warningStarts: (value) => `periodo de aviso desde ${value}`,
    warnsOnce: (value) => `un solo aviso: ${value}`,
    graceDays: (value) => `margen de ${value}`,
    improvementDays: (value) => `periodo de mejora de ${value}`,
    effectiveFrom: (value) => `en vigor desde el ${value}`,
    closeBps: (value) => `«cerca» por debajo del ${value}`,
    earlyVolume: (value) => `se menciona desde ${value} InMails`,
  },
  yesOrNo: { yes: 'sí', no: 'no' },
  starts: { acknowledgement: 'CONTINUAR', check: 'el control' },
  every: (days, isOne) => (isOne ? 'a diario' : `cada ${days} días`),
  days: (count, isOne) => `${count} ${isOne ? 'día' : 'días'}`,
};

export const fr: BacktestWords = {
  title: 'Ce que ces conditions auraient fait',
  history: (seats, inmails, from, until) =>
    `Un test rétrospectif sur ${seats} licences et ${inmails} InMails, du ${from} au ${until}`,
  madeAt: (when) => `Établi le ${when}`,
  summary: 'En bref',
  lead: (terms, warned, restricted) =>
    `Si les conditions « ${terms} » avaient été en vigueur tout ce temps, ${warned.part} licences sur ${warned.of} auraient reçu un avertissement (${warned.share}) et ${restricted.part} sur ${restricted.of} auraient eu l’envoi groupé en pause au moins une fois (${restricted.share}).`,
  warningsCameTo: (issued, restricted, recovered, tooFew) =>
    `Avertissements émis : ${issued}. Périodes d’avertissement suivies d’une pause : ${restricted} ; terminées avec un taux à la ligne ou au-dessus : ${recovered} ; avec trop peu d’InMails pour juger : ${tooFew}.`,
  warningsUnread: (count) => `Avertissements jamais lus dans cet historique : ${count}.`,
  restrictionsEnded: (recovered, tooFew, running) =>
    `Pauses terminées parce que le taux s’est rétabli : ${recovered} ; parce que trop peu d’InMails ont été envoyés pour juger : ${tooFew} ; encore en cours à la fin de l’historique : ${running}.`,
  heldInMails: ({ part, of, share }) =>
    `InMails envoyés groupés pendant une pause, qui auraient été retenus : ${part} sur ${of} (${share}). L’envoi individuel n’est jamais retenu.`,
  notEnough:
    'Aucune licence n’a envoyé assez d’InMails pour être jugée : ces conditions n’auraient touché personne. Il n’en suit rien pour des licences qui envoient davantage.',
  notInForce: (from) =>
    `Ces conditions valent à partir du ${from}, après la fin de cet historique : aucun contrôle n’a eu lieu.`,
  warningsBecame: 'Ce que sont devenus les avertissements',
  warningEnds: {
    restricted: 'Suivi d’une pause',
    recovered: 'Taux à la ligne ou au-dessus',
    tooFew: 'Trop peu d’InMails pour juger',
    unread: 'Jamais lu',
    other: 'En cours, ou terminé autrement',
  },
  pausesEnded: 'Comment les pauses ont fini',
  more: (count) => `Les ${count} autres`,
  tiles: {
    warned: 'Licences averties',
    restricted: 'Licences en pause',
    days: 'Jours en pause',
    held: 'InMails retenus',
  },
  ofMany: (part, of) => `${part} sur ${of}`,
  daysEach: (days) => `${days} par licence en pause`,
  compared: 'Conditions comparées',
  comparedNote:
    'Part de toutes les licences qui auraient été averties, et qui auraient été en pause, avec intervalles à 95 %.',
  inDetail: 'en détail ici',
  atATime: 'En pause en même temps',
  atATimeNote: (most, when) =>
    `Au plus ${most} licences à la fois, pour la première fois le ${when}.`,
  segments: 'Par segment',
  segmentsMet: 'Avertis et en pause par segment',
  segmentsNote: (line) =>
    `Taux de réponse de chaque segment sur tout l’historique, avec intervalles à 95 %, face à la ligne de ${line}. Un segment n’exempte personne ; il montre où les conditions se seraient fait sentir.`,
  noSegment: 'sans segment',
  who: 'Qui aurait été en pause, et quand',
  whoNote: (shown, all) => `Affichées : ${shown} pauses sur ${all}, par leur début.`,
  nobody: 'Personne.',
  assumed: 'Ce qui a été supposé',
  limits: 'Ce que cela ne peut pas dire',
  profiles: {
    'inmail-2014': ({ line, minimum, window, every }) =>
      `inmail-2014 est la politique telle qu’annoncée en 2014 : de ${minimum} InMails ou plus en ${window} jours, ${line} doivent recevoir une réponse. Le contrôle a lieu ${every}, avec un seul avertissement ; la période d’avertissement commence quand il est lu.`,
    'inmail-current': ({ line, minimum, window, every, grace }) =>
      `inmail-current est sa forme ultérieure : de ${minimum} InMails ou plus en ${window} jours, ${line} doivent recevoir une réponse. Le contrôle a lieu ${every}, avec un avertissement à chaque cycle ; la période d’avertissement commence d’elle-même, et les réponses comptent ${grace} jours de plus.`,
  },
  assumptions: {
    readAfter: (days) =>
      `Chaque avertissement a été tenu pour lu ${days} après son émission, ou plus tôt si l’historique le dit.`,
    readAtOnce: 'Chaque avertissement a été tenu pour lu au moment de son émission.',
    readAsInHistory: (acknowledgements) =>
      `Aucune lecture n’a été supposée : seul compte ce que l’historique contient (confirmations : ${acknowledgements}, et ce que les licences en observation lisent aussitôt). Un avertissement non lu ne mène pas plus loin.`,
    neverRead:
      'Aucune lecture n’a été supposée, et l’historique n’en contient aucune hors des licences en observation. Là où CONTINUER ouvre la période d’avertissement, un avertissement non lu ne mène pas plus loin. Ajoutez --acknowledge-after pour en supposer une.',
    needsNoReading:
      'Avec des conditions où le contrôle ouvre la période d’avertissement, la lecture ne change rien.',
    termsSetAside: (changes) =>
      `Les conditions à l’essai valent d’un bout à l’autre ; les changements de conditions de l’historique ont été mis de côté : ${changes}. Les transferts, réexamens acceptés et modes sont ceux de l’historique.`,
  },
  limitsOf: [
    'Voici ce qui a été fait sans ces avertissements. Avertis, les gens auraient envoyé moins, ou mieux : les chiffres disent qui les conditions auraient touché, non ce qu’elles auraient obtenu.',
    'Les InMails groupés qui auraient été retenus ont bien été envoyés dans cet historique, et comptent dans les contrôles suivants.',
    'Chaque licence compte dans le segment de la plupart de ses InMails. Les intervalles tiennent les licences, et les InMails, pour indépendantes ; comme les InMails d’une licence se ressemblent, la vérité est moins sûre que ne le disent les intervalles des InMails et des taux.',
    'Une réponse absente de l’historique fait paraître un taux plus bas qu’il n’était. Les derniers InMails ont eu peu de temps pour recevoir une réponse.',
    'Une pause en cours à la fin de l’historique est comptée jusque-là.',
  ],
  heads: {
    terms: 'Conditions',
    segment: 'Segment',
    seat: 'Licence',
    seats: 'Licences',
    judged: 'Jugés',
    warned: 'Avertis',
    restricted: 'En pause',
    renewed: 'Prolongés',
    days: 'Jours en pause',
    recovered: 'Fin : rétabli',
    tooFew: 'Fin : trop peu d’InMails',
    inmails: 'InMails',
    rate: 'Taux de réponse',
    held: 'InMails retenus',
    from: 'Du',
    until: 'Au',
    end: 'Comment elle a fini',
    interval: 'Intervalle à 95 %',
  },
  ends: {
    recovered: 'Taux rétabli',
    too_few: 'Trop peu d’InMails pour juger',
    otherwise: 'Révision acceptée ou mode changé',
    running: 'Encore en cours',
  },
  terms: {
    thresholdBps: (value) => `ligne ${value}`,
    minimumVolume: (value) => `à partir de ${value} InMails`,
    windowDays: (value) => `fenêtre de ${value}`,
    checkEveryDays: (value) => `contrôle ${value}`,
    checkHourUtc: (value) => `contrôle à ${value}:00 UTC`,
    warningDays: (value) => `période d’avertissement de ${value}`,
    warningStarts: (value) => `période d’avertissement dès ${value}`,
    warnsOnce: (value) => `un seul avertissement : ${value}`,
    graceDays: (value) => `délai de ${value}`,
    improvementDays: (value) => `période d’amélioration de ${value}`,
    effectiveFrom: (value) => `en vigueur dès le ${value}`,
    closeBps: (value) => `« proche » sous ${value}`,
    earlyVolume: (value) => `mentionné dès ${value} InMails`,
  },
  yesOrNo: { yes: 'oui', no: 'non' },
  starts: { acknowledgement: 'CONTINUER', check: 'le contrôle' },
  every: (days, isOne) => (isOne ? 'chaque jour' : `tous les ${days} jours`),
  days: (count, isOne) => `${count} ${isOne ? 'jour' : 'jours'}`,
};
