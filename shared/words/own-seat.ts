import type { Catalogue } from '#shared/words/language.ts';

/** What the popup tells a recruiter beside the card. Counts, rates and instants come in ready to be read. */
export type OwnSeatWords = {
  fresh: (count: string, since: string) => string;
  older: (count: string) => string;
  leaving: {
    title: string;
    value: (of: { inmails: string; isOne: boolean; answered: string }) => string;
    note: (of: { when: string; rate: string; answered: string; total: string }) => string;
    noneLeft: (when: string) => string;
  };
  trend: {
    title: (days: string) => string;
    said: (of: { days: string; from: string; to: string; line: string }) => string;
  };
  happened: string;
  evidence: {
    title: string;
    overlay: (since: string) => string;
    feed: (until: string) => string;
    import: (until: string) => string;
    /** A source that has not said how far it is complete. */
    notYet: string;
    inboxRead: (when: string) => string;
    inboxUnread: string;
    unmatched: (count: string, isOne: boolean) => string;
    allMatched: string;
    partial: string;
    terms: (of: { version: string; line: string; minimum: string; days: string }) => string;
  };
  off: { title: string; means: string };
  elsewhere: { title: string; lines: (open: string, ours: string) => readonly string[] };
  unnamed: { title: string; lines: (ours: string) => readonly string[] };
  offline: { title: string; lines: (age: string) => readonly string[] };
};

const en: OwnSeatWords = {
  fresh: (count, since) => `${count} waiting, sent since ${since}`,
  older: (count) => `${count} waiting for longer`,
  leaving: {
    title: 'Leaves the window next',
    value: ({ inmails, isOne, answered }) =>
      `${inmails} ${isOne ? 'InMail' : 'InMails'}, ${answered} answered`,
    note: ({ when, rate, answered, total }) =>
      `${when}; then ${rate} (${answered} of ${total}) if nothing else comes`,
    noneLeft: (when) => `${when}; then no InMails are left if nothing else comes`,
  },
  trend: {
    title: (days) => `The last ${days} days against the line`,
    said: ({ days, from, to, line }) =>
      `Response rate over ${days} days: ${from} at first, ${to} now, line ${line}`,
  },
  happened: 'Notices and what happened',
  evidence: {
    title: 'What the figures rest on',
    overlay: (since) => `Counted from what this extension sees: sends since ${since}.`,
    feed: (until) =>
      `Counted from your company’s feed, complete up to ${until}. What was sent after that is added as not confirmed.`,
    import: (until) =>
      `Counted from imported files, complete up to ${until}. What was sent after that is added as not confirmed.`,
    notYet: 'a point that is not known yet',
    inboxRead: (when) => `Inbox last read ${when}. Replies since then are not known yet.`,
    inboxUnread:
      'The inbox has not been read yet, so replies may be missing: open it in Recruiter.',
    unmatched: (count, isOne) =>
      isOne
        ? '1 reply could not be matched to an InMail and is not counted.'
        : `${count} replies could not be matched to InMails and are not counted.`,
    allMatched: 'Every reply that was seen was matched to its InMail.',
    partial: 'Your company has accepted this evidence as enough to pause bulk InMail.',
    terms: ({ version, line, minimum, days }) =>
      `Terms version ${version}: ${line} from ${minimum} InMails on, within ${days} days.`,
  },
  off: {
    title: 'Switched off in this version',
    means: 'Your server switched these off. Nothing is shown, counted or held there.',
  },
  elsewhere: {
    title: 'Not connected here',
    lines: (open, ours) => [
      `Recruiter is open with “${open}”. Nothing is counted or held there.`,
      `The figures below are of “${ours}”.`,
    ],
  },
  unnamed: {
    title: 'Nothing is counted on this page',
    lines: (ours) => [
      `This page of Recruiter names no contract. It counts as “${ours}” if a page of this tab named it in the last 30 minutes, and no other tab another one.`,
      'Open Recruiter’s home in this tab, then come back.',
    ],
  },
  offline: {
    title: 'Offline',
    lines: (age) => [
      `The server does not answer. These figures are ${age} old.`,
      'What you send meanwhile is kept and reported by itself.',
    ],
  },
};

const de: OwnSeatWords = {
  fresh: (count, since) => `${count} offen, gesendet seit ${since}`,
  older: (count) => `${count} schon länger offen`,
  leaving: {
    title: 'Als Nächstes fallen heraus',
    value: ({ inmails, isOne, answered }) =>
      `${inmails} ${isOne ? 'InMail' : 'InMails'}, ${answered} beantwortet`,
    note: ({ when, rate, answered, total }) =>
      `${when}; dann ${rate} (${answered} von ${total}), wenn nichts hinzukommt`,
    noneLeft: (when) => `${when}; dann sind keine InMails mehr da, wenn nichts hinzukommt`,
  },
  trend: {
    title: (days) => `Die letzten ${days} Tage gegen die Linie`,
    said: ({ days, from, to, line }) =>
      `Antwortrate über ${days} Tage: anfangs ${from}, jetzt ${to}, Linie ${line}`,
  },
  happened: 'Hinweise und was geschah',
  evidence: {
    title: 'Worauf die Zahlen beruhen',
    overlay: (since) => `Gezählt wird, was diese Erweiterung sieht: InMails seit ${since}.`,
    feed: (until) =>
      `Gezählt aus dem Feed Ihres Unternehmens, vollständig bis ${until}. Was danach gesendet wurde, kommt als unbestätigt hinzu.`,
    import: (until) =>
      `Gezählt aus eingelesenen Dateien, vollständig bis ${until}. Was danach gesendet wurde, kommt als unbestätigt hinzu.`,
    notYet: 'zu einem noch nicht bekannten Zeitpunkt',
    inboxRead: (when) =>
      `Postfach zuletzt gelesen ${when}. Antworten danach sind noch nicht bekannt.`,
    inboxUnread:
      'Das Postfach wurde noch nicht gelesen; Antworten können fehlen. Öffnen Sie es in Recruiter.',
    unmatched: (count, isOne) =>
      isOne
        ? '1 Antwort ließ sich keiner InMail zuordnen und zählt nicht.'
        : `${count} Antworten ließen sich keiner InMail zuordnen und zählen nicht.`,
    allMatched: 'Jede gesehene Antwort wurde ihrer InMail zugeordnet.',
    partial: 'Ihr Unternehmen nimmt diese Daten als Grundlage an, um Bulk-InMail zu pausieren.',
    terms: ({ version, line, minimum, days }) =>
      `Bedingungen Version ${version}: ${line} ab ${minimum} InMails, in ${days} Tagen.`,
  },
  off: {
    title: 'In dieser Version ausgeschaltet',
    means: 'Ihr Server hat sie ausgeschaltet. Dort wird nichts gezeigt, gezählt oder angehalten.',
  },
  elsewhere: {
    title: 'Hier nicht verbunden',
    lines: (open, ours) => [
      `Recruiter ist mit „${open}“ geöffnet. Dort wird nichts gezählt und nichts angehalten.`,
      `Die Zahlen unten gehören zu „${ours}“.`,
    ],
  },
  unnamed: {
    title: 'Auf dieser Seite wird nichts gezählt',
    lines: (ours) => [
      `Diese Seite von Recruiter nennt keinen Vertrag. Sie zählt zu „${ours}“, wenn eine Seite dieses Tabs ihn in den letzten 30 Minuten nannte und kein anderer Tab einen anderen.`,
      'Öffnen Sie in diesem Tab die Startseite von Recruiter und kehren Sie dann zurück.',
    ],
  },
  offline: {
    title: 'Offline',
    lines: (age) => [
      `Der Server antwortet nicht. Diese Zahlen sind ${age} alt.`,
      'Was Sie inzwischen senden, bleibt erhalten und wird von selbst gemeldet.',
    ],
  },
};

const es: OwnSeatWords = {
  fresh: (count, since) => `${count} a la espera, enviados desde el ${since}`,
  older: (count) => `${count} a la espera desde antes`,
  leaving: {
    title: 'Lo próximo que sale del cómputo',
    value: ({ inmails, isOne, answered }) =>
      `${inmails} ${isOne ? 'InMail' : 'InMails'}, ${answered} con respuesta`,
    note: ({ when, rate, answered, total }) =>
      `${when}; después ${rate} (${answered} de ${total}) si no llega nada más`,
    noneLeft: (when) => `${when}; después no queda ningún InMail si no llega nada más`,
  },
  trend: {
    title: (days) => `Los últimos ${days} días frente a la línea`,
    said: ({ days, from, to, line }) =>
      `Tasa de respuesta en ${days} días: ${from} al principio, ${to} ahora, línea ${line}`,
  },
  happened: 'Avisos y lo ocurrido',
  evidence: {
    title: 'En qué se basan las cifras',
    overlay: (since) => `Se cuenta lo que ve esta extensión: envíos desde el ${since}.`,
    feed: (until) =>
      `Se cuenta a partir de los datos de su empresa, completos hasta el ${until}. Lo enviado después se añade como no confirmado.`,
    import: (until) =>
      `Se cuenta a partir de archivos importados, completos hasta el ${until}. Lo enviado después se añade como no confirmado.`,
    notYet: 'momento aún desconocido',
    inboxRead: (when) =>
      `Bandeja de entrada leída por última vez: ${when}. Las respuestas posteriores aún no se conocen.`,
    inboxUnread:
      'La bandeja de entrada no se ha leído todavía y pueden faltar respuestas: ábrala en Recruiter.',
    unmatched: (count, isOne) =>
      isOne
        ? '1 respuesta no pudo asignarse a ningún InMail y no se cuenta.'
        : `${count} respuestas no pudieron asignarse a ningún InMail y no se cuentan.`,
    allMatched: 'Cada respuesta vista se asignó a su InMail.',
    partial: 'Su empresa ha aceptado estos datos como base para pausar el InMail masivo.',
    terms: ({ version, line, minimum, days }) =>
      `Condiciones, versión ${version}: ${line} a partir de ${minimum} InMails, en ${days} días.`,
  },
  off: {
    title: 'Desactivado en esta versión',
    means: 'Su servidor lo ha desactivado. Ahí no se muestra, cuenta ni retiene nada.',
  },
  elsewhere: {
    title: 'Sin conectar aquí',
    lines: (open, ours) => [
      `Recruiter está abierto con «${open}». Ahí no se cuenta ni se retiene nada.`,
      `Las cifras de abajo son de «${ours}».`,
    ],
  },
  unnamed: {
    title: 'En esta página no se cuenta nada',
    lines: (ours) => [
      `Esta página de Recruiter no nombra ningún contrato. Cuenta como «${ours}» si una página de esta pestaña lo nombró en los últimos 30 minutos y ninguna otra pestaña nombró otro.`,
      'Abra la página de inicio de Recruiter en esta pestaña y vuelva después.',
    ],
  },
  offline: {
    title: 'Sin conexión',
    lines: (age) => [
      `El servidor no responde. Estas cifras tienen ${age}.`,
      'Lo que envíe mientras tanto se guarda y se comunica por sí solo.',
    ],
  },
};

const fr: OwnSeatWords = {
  fresh: (count, since) => `${count} en attente, envoyés depuis le ${since}`,
  older: (count) => `${count} en attente depuis plus longtemps`,
  leaving: {
    title: 'Sortent ensuite du décompte',
    value: ({ inmails, isOne, answered }) =>
      `${inmails} ${isOne ? 'InMail' : 'InMails'}, dont ${answered} avec réponse`,
    note: ({ when, rate, answered, total }) =>
      `${when} ; ensuite ${rate} (${answered} sur ${total}) si rien d’autre ne vient`,
    noneLeft: (when) => `${when} ; ensuite il ne reste aucun InMail si rien d’autre ne vient`,
  },
  trend: {
    title: (days) => `Les ${days} derniers jours par rapport à la ligne`,
    said: ({ days, from, to, line }) =>
      `Taux de réponse sur ${days} jours : ${from} au début, ${to} maintenant, ligne ${line}`,
  },
  happened: 'Avis et ce qui s’est passé',
  evidence: {
    title: 'Sur quoi reposent les chiffres',
    overlay: (since) => `Est compté ce que voit cette extension : envois depuis le ${since}.`,
    feed: (until) =>
      `Compté d’après le flux de votre entreprise, complet jusqu’au ${until}. Ce qui a été envoyé ensuite est ajouté comme non confirmé.`,
    import: (until) =>
      `Compté d’après des fichiers importés, complets jusqu’au ${until}. Ce qui a été envoyé ensuite est ajouté comme non confirmé.`,
    notYet: 'moment encore inconnu',
    inboxRead: (when) =>
      `Boîte de réception lue la dernière fois : ${when}. Les réponses venues depuis ne sont pas encore connues.`,
    inboxUnread:
      'La boîte de réception n’a pas encore été lue ; des réponses peuvent manquer : ouvrez-la dans Recruiter.',
    unmatched: (count, isOne) =>
      isOne
        ? '1 réponse n’a pu être rattachée à aucun InMail et n’est pas comptée.'
        : `${count} réponses n’ont pu être rattachées à aucun InMail et ne sont pas comptées.`,
    allMatched: 'Chaque réponse vue a été rattachée à son InMail.',
    partial:
      'Votre entreprise accepte ces données comme base pour mettre l’InMail groupé en pause.',
    terms: ({ version, line, minimum, days }) =>
      `Conditions, version ${version} : ${line} à partir de ${minimum} InMails, en ${days} jours.`,
  },
  off: {
    title: 'Désactivé dans cette version',
    means: 'Votre serveur les a désactivés. Rien n’y est affiché, compté ni retenu.',
  },
  elsewhere: {
    title: 'Non connecté ici',
    lines: (open, ours) => [
      `Recruiter est ouvert avec « ${open} ». Rien n’y est compté ni retenu.`,
      `Les chiffres ci-dessous sont ceux de « ${ours} ».`,
    ],
  },
  unnamed: {
    title: 'Rien n’est compté sur cette page',
    lines: (ours) => [
      `Cette page de Recruiter ne nomme aucun contrat. Elle compte pour « ${ours} » si une page de cet onglet l’a nommé au cours des 30 dernières minutes et qu’aucun autre onglet n’en a nommé un autre.`,
      'Ouvrez l’accueil de Recruiter dans cet onglet, puis revenez.',
    ],
  },
  offline: {
    title: 'Hors ligne',
    lines: (age) => [
      `Le serveur ne répond pas. Ces chiffres ont ${age}.`,
      'Ce que vous envoyez entre-temps est gardé et transmis de lui-même.',
    ],
  },
};

export const ownSeatWords: Catalogue<OwnSeatWords> = { en, de, es, fr };
