import type { StandingWords } from '#shared/words/standing-words.ts';

export const en: StandingWords = {
  product: 'Good Standing',
  onTrack: 'On track',
  close: 'Close',
  below: 'Below the line',
  warned: 'Warned',
  noticeToRead: 'Notice to read',
  paused: 'Bulk paused',
  improvement: 'Improvement Period',
  noInMails: 'No InMails yet',
  ofMinimum: (total, minimum) => `${total} of ${minimum}`,
  unknown: {
    not_connected: {
      word: 'Not connected',
      sentence: 'Good Standing is not connected yet. Open its options from the toolbar to connect.',
    },
    not_connected_here: {
      word: 'Not connected here',
      sentence:
        'This is another contract than the one that is connected. Nothing is counted or held here.',
    },
    signed_out: {
      word: 'Signed out',
      sentence: 'The connection has ended. Open the options from the toolbar to connect again.',
    },
    offline: {
      word: 'Offline',
      sentence: 'The figures cannot be fetched just now. It is tried again by itself.',
    },
    no_reading: { word: 'No figures yet', sentence: 'The first figures are on their way.' },
    check_due: {
      word: 'Being checked',
      sentence:
        'The period has ended and its check is being made. Nothing is paused until it is known.',
    },
    reload: {
      word: 'Reload this page',
      sentence: 'The extension was updated. Reload this page to go on; nothing is held until then.',
    },
  },
  chipTitle: (word, rate, answered, total) =>
    `${word}: ${rate}, ${answered} of ${total} InMails answered`,
  line: (rate) => `line ${rate}`,
  answered: (answered, accepted, declined) =>
    `${answered} answered (${accepted} accepted, ${declined} declined)`,
  waiting: (count) => `${count} waiting`,
  means: {
    onTrack: (line) => `Your response rate is above the ${line} that the policy asks for.`,
    close: (line, spare, isOne) =>
      `Close to the line of ${line}: ${spare} ${isOne ? 'reply' : 'replies'} to spare.`,
    below: (line, when) => `Below the line of ${line}. It is judged at the next check: ${when}.`,
    warningDue: 'A notice waits for you on Recruiter’s home page. Bulk InMail keeps working.',
    warned: (until, line, minimum) =>
      `Warning period until ${until}. Bulk InMail keeps working; what counts is ${line} on ${minimum} or more InMails at its end.`,
    paused: (until) =>
      `Bulk InMail is paused until ${until}. One-to-one still works, and its replies count.`,
    improvement: (until) =>
      `Improvement Period until ${until}. In this pilot bulk InMail keeps working.`,
    collectingLow: (minimum, line) =>
      `Not judged below ${minimum} InMails. So far the rate is under the line of ${line}.`,
    collecting: (minimum) => `Not judged yet: the policy looks at ${minimum} or more InMails.`,
  },
  judgesFrom: (check, from) => `The check on ${check} judges what is sent from ${from} on.`,
  nextCheck: 'Next check',
  afterContinue: 'after you continue',
  inTime: (duration) => `in ${duration}`,
  asOf: (time) => `as of ${time}`,
  live: 'live',
  offlineFor: (duration) => `offline, ${duration} old`,
  carriedForward: 'with your latest sends',
  signedOut: 'signed out',
  provisional: (count, isOne) => `${count} ${isOne ? 'send is' : 'sends are'} not confirmed yet`,
  withoutThem: (rate, answered, total) => `without them ${rate} (${answered} of ${total})`,
  ownEvidence: (since) => `Counted in this browser: sends seen since ${since}`,
  inboxRead: (time) => `inbox last read ${time}`,
};

export const de: StandingWords = {
  product: 'Good Standing',
  onTrack: 'Im grünen Bereich',
  close: 'Knapp',
  below: 'Unter der Linie',
  warned: 'Verwarnt',
  noticeToRead: 'Hinweis zu lesen',
  paused: 'Bulk pausiert',
  improvement: 'Verbesserungsphase',
  noInMails: 'Noch keine InMails',
  ofMinimum: (total, minimum) => `${total} von ${minimum}`,
  unknown: {
    not_connected: {
      word: 'Nicht verbunden',
      sentence:
        'Good Standing ist noch nicht verbunden. Verbinden Sie es in den Optionen, über die Symbolleiste.',
    },
    not_connected_here: {
      word: 'Hier nicht verbunden',
      sentence:
        'Dies ist ein anderer Vertrag als der verbundene. Hier wird nichts gezählt und nichts angehalten.',
    },
    signed_out: {
      word: 'Abgemeldet',
      sentence:
        'Die Verbindung ist beendet. Verbinden Sie sich in den Optionen erneut, über die Symbolleiste.',
    },
    offline: {
      word: 'Offline',
      sentence: 'Die Zahlen sind gerade nicht abrufbar. Es wird von selbst erneut versucht.',
    },
    no_reading: { word: 'Noch keine Zahlen', sentence: 'Die ersten Zahlen sind unterwegs.' },
    check_due: {
      word: 'Wird geprüft',
      sentence:
        'Die Frist ist zu Ende und wird geprüft. Bis das Ergebnis da ist, ist nichts pausiert.',
    },
    reload: {
      word: 'Seite neu laden',
      sentence:
        'Die Erweiterung wurde aktualisiert. Laden Sie die Seite neu; bis dahin wird nichts angehalten.',
    },
  },
  chipTitle: (word, rate, answered, total) =>
    `${word}: ${rate}, ${answered} von ${total} InMails beantwortet`,
  line: (rate) => `Linie ${rate}`,
  answered: (answered, accepted, declined) =>
    `${answered} beantwortet (${accepted} angenommen, ${declined} abgelehnt)`,
  waiting: (count) => `${count} offen`,
  means: {
    onTrack: (line) => `Ihre Antwortrate liegt über den ${line}, die die Richtlinie verlangt.`,
    close: (line, spare, isOne) =>
      `Nahe an der Linie von ${line}: ${spare} ${isOne ? 'Antwort' : 'Antworten'} Abstand.`,
    below: (line, when) =>
      `Unter der Linie von ${line}. Darüber entscheidet die nächste Prüfung: ${when}.`,
    warningDue: 'Auf der Startseite von Recruiter wartet ein Hinweis. Bulk-InMail geht weiter.',
    warned: (until, line, minimum) =>
      `Warnphase bis ${until}. Bulk-InMail geht weiter; an ihrem Ende zählen ${line} bei ${minimum} oder mehr InMails.`,
    paused: (until) =>
      `Bulk-InMail ist pausiert bis ${until}. Einzelne InMails gehen weiter, und ihre Antworten zählen.`,
    improvement: (until) =>
      `Verbesserungsphase bis ${until}. In diesem Pilot geht Bulk-InMail weiter.`,
    collectingLow: (minimum, line) =>
      `Unter ${minimum} InMails wird nicht geurteilt. Bisher liegt die Rate unter der Linie von ${line}.`,
    collecting: (minimum) =>
      `Noch kein Urteil: Die Richtlinie betrachtet ${minimum} oder mehr InMails.`,
  },
  judgesFrom: (check, from) =>
    `Die Prüfung am ${check} beurteilt, was ab dem ${from} gesendet wird.`,
  nextCheck: 'Nächste Prüfung',
  afterContinue: 'nachdem Sie fortfahren',
  inTime: (duration) => `in ${duration}`,
  asOf: (time) => `Stand ${time}`,
  live: 'live',
  offlineFor: (duration) => `offline, ${duration} alt`,
  carriedForward: 'mit Ihren letzten InMails',
  signedOut: 'abgemeldet',
  provisional: (count, isOne) =>
    `${count} ${isOne ? 'InMail ist' : 'InMails sind'} noch nicht bestätigt`,
  withoutThem: (rate, answered, total) => `ohne sie ${rate} (${answered} von ${total})`,
  ownEvidence: (since) => `In diesem Browser gezählt: InMails gesehen seit ${since}`,
  inboxRead: (time) => `Postfach zuletzt gelesen ${time}`,
};
