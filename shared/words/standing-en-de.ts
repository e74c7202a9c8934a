import type { TemplatesOf } from '#shared/words/speak.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

type Templates = TemplatesOf<StandingWords>;

export const en: Templates = {
  product: 'Good Standing',
  onTrack: 'On track',
  close: 'Close',
  below: 'Below the line',
  warned: 'Warned',
  noticeToRead: 'Notice to read',
  paused: 'Bulk paused',
  improvement: 'Improvement Period',
  noInMails: 'No InMails yet',
  ofMinimum: '{total} of {minimum}',
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
  chipTitle: '{word}: {rate}, {answered} of {total} InMails answered',
  line: 'line {}',
  answered: '{answered} answered ({accepted} accepted, {declined} declined)',
  waiting: '{} waiting',
  means: {
    onTrack: 'Your response rate is above the {} that the policy asks for.',
    close: {
      by: 'isOne',
      yes: 'Close to the line of {line}: {spare} reply to spare.',
      no: 'Close to the line of {line}: {spare} replies to spare.',
    },
    below: 'Below the line of {line}. It is judged at the next check: {when}.',
    warningDue: 'A notice waits for you on Recruiter’s home page. Bulk InMail keeps working.',
    warned:
      'Warning period until {until}. Bulk InMail keeps working; what counts is {line} on {minimum} or more InMails at its end.',
    paused: 'Bulk InMail is paused until {}. One-to-one still works, and its replies count.',
    improvement: 'Improvement Period until {}. In this pilot bulk InMail keeps working.',
    collectingLow:
      'Not judged below {minimum} InMails. So far the rate is under the line of {line}.',
    collecting: 'Not judged yet: the policy looks at {} or more InMails.',
  },
  judgesFrom: 'The check on {check} judges what is sent from {from} on.',
  nextCheck: 'Next check',
  afterContinue: 'after you continue',
  inTime: 'in {}',
  asOf: 'as of {}',
  live: 'live',
  offlineFor: 'offline, {} old',
  carriedForward: 'with your latest sends',
  signedOut: 'signed out',
  provisional: {
    by: 'isOne',
    yes: '{count} send is not confirmed yet',
    no: '{count} sends are not confirmed yet',
  },
  withoutThem: 'without them {rate} ({answered} of {total})',
  ownEvidence: 'Counted in this browser: sends seen since {}',
  inboxRead: 'inbox last read {}',
};

export const de: Templates = {
  product: 'Good Standing',
  onTrack: 'Im grünen Bereich',
  close: 'Knapp',
  below: 'Unter der Linie',
  warned: 'Verwarnt',
  noticeToRead: 'Hinweis zu lesen',
  paused: 'Bulk pausiert',
  improvement: 'Verbesserungsphase',
  noInMails: 'Noch keine InMails',
  ofMinimum: '{total} von {minimum}',
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
  chipTitle: '{word}: {rate}, {answered} von {total} InMails beantwortet',
  line: 'Linie {}',
  answered: '{answered} beantwortet ({accepted} angenommen, {declined} abgelehnt)',
  waiting: '{} offen',
  means: {
    onTrack: 'Ihre Antwortrate liegt über den {}, die die Richtlinie verlangt.',
    close: {
      by: 'isOne',
      yes: 'Nahe an der Linie von {line}: {spare} Antwort Abstand.',
      no: 'Nahe an der Linie von {line}: {spare} Antworten Abstand.',
    },
    below: 'Unter der Linie von {line}. Darüber entscheidet die nächste Prüfung: {when}.',
    warningDue: 'Auf der Startseite von Recruiter wartet ein Hinweis. Bulk-InMail geht weiter.',
    warned:
      'Warnphase bis {until}. Bulk-InMail geht weiter; an ihrem Ende zählen {line} bei {minimum} oder mehr InMails.',
    paused:
      'Bulk-InMail ist pausiert bis {}. Einzelne InMails gehen weiter, und ihre Antworten zählen.',
    improvement: 'Verbesserungsphase bis {}. In diesem Pilot geht Bulk-InMail weiter.',
    collectingLow:
      'Unter {minimum} InMails wird nicht geurteilt. Bisher liegt die Rate unter der Linie von {line}.',
    collecting: 'Noch kein Urteil: Die Richtlinie betrachtet {} oder mehr InMails.',
  },
  judgesFrom: 'Die Prüfung am {check} beurteilt, was ab dem {from} gesendet wird.',
  nextCheck: 'Nächste Prüfung',
  afterContinue: 'nachdem Sie fortfahren',
  inTime: 'in {}',
  asOf: 'Stand {}',
  live: 'live',
  offlineFor: 'offline, {} alt',
  carriedForward: 'mit Ihren letzten InMails',
  signedOut: 'abgemeldet',
  provisional: {
    by: 'isOne',
    yes: '{count} InMail ist noch nicht bestätigt',
    no: '{count} InMails sind noch nicht bestätigt',
  },
  withoutThem: 'ohne sie {rate} ({answered} von {total})',
  ownEvidence: 'In diesem Browser gezählt: InMails gesehen seit {}',
  inboxRead: 'Postfach zuletzt gelesen {}',
};
