import type { TransferWords } from '#shared/words/transfer-words.ts';

export const en: TransferWords = {
  title: (seat, holder) => `Give ${seat} to another recruiter, from ${holder}`,
  back: 'Back to the seat',
  whoTitle: '1. Who holds it next',
  who: 'Name of the new holder',
  whoHint: 'As it is to be shown in the list of seats.',
  show: 'Show what goes with the seat',
  alreadyHolder: (holder) => `${holder} holds the seat already.`,
  goesTitle: (to) => `2. What ${to} takes over`,
  rate: (rate, answered, total) => `A response rate of ${rate}: ${answered} of ${total} answered`,
  noInMails: 'No InMails in the window that counts now',
  standing: (standing) => `Its standing: ${standing}`,
  daysLeft: (days, until) =>
    days === 1
      ? `The period that runs: 1 day is left, until ${until}`
      : `The period that runs: ${days} days are left, until ${until}`,
  bulkPaused: 'Bulk InMail stays paused for the new holder',
  everWarned:
    'The past warning: at the next check below the line the seat is restricted without another',
  neverWarned: 'No past warning',
  nextCheck: (when) => `Its next check: ${when}`,
  passedOn: {
    warning: 'The open warning, which is theirs to read',
    improvement_started: 'The open notice that bulk InMail is paused, which is theirs to read',
    improvement_renewed: 'The open notice that bulk InMail stays paused, which is theirs to read',
    improvement_ended: 'The open notice that bulk InMail is back',
    inherited: 'The open notice of what came with the seat, which is theirs to read',
  },
  gets: 'A notice that the seat comes with its history, which they read first in Recruiter',
  getsNothing: 'No notice to read',
  endsTitle: 'What ends',
  devices: (holder) => `Every browser that ${holder} connected to this seat is signed out at once`,
  unsent: (holder) =>
    `What those browsers have not reported yet is lost to this seat; let ${holder} open Recruiter once before`,
  unchanged: 'InMails and history stay with the seat. It cannot be undone, only given back.',
  confirmTitle: '3. Confirm',
  confirmHint: (to) => `Type the new holder’s name again: ${to}`,
  confirm: (seat, to) => `Give ${seat} to ${to}`,
  busy: 'One moment …',
  cancel: 'Leave it as it is',
  otherPerson: 'Choose another person',
  doneTitle: (seat, to) => `${seat} is ${to}’s now`,
  doneDevices: (holder) => `${holder}’s browsers no longer speak for it.`,
  doneInvite: (to) =>
    `${to} needs an invitation to connect to it; whoever runs the server sends it.`,
  openSeat: 'Open the seat',
};

export const de: TransferWords = {
  title: (seat, holder) => `${seat} an jemand anderen geben, von ${holder}`,
  back: 'Zurück zum Seat',
  whoTitle: '1. Wer ihn als Nächstes innehat',
  who: 'Name der neuen Person',
  whoHint: 'So, wie er in der Liste der Seats stehen soll.',
  show: 'Zeigen, was mit dem Seat geht',
  alreadyHolder: (holder) => `${holder} hat den Seat bereits inne.`,
  goesTitle: (to) => `2. Was ${to} übernimmt`,
  rate: (rate, answered, total) =>
    `Eine Antwortrate von ${rate}: ${answered} von ${total} beantwortet`,
  noInMails: 'Keine InMails im Fenster, das jetzt zählt',
  standing: (standing) => `Den Stand: ${standing}`,
  daysLeft: (days, until) =>
    days === 1
      ? `Die laufende Frist: noch 1 Tag, bis ${until}`
      : `Die laufende Frist: noch ${days} Tage, bis ${until}`,
  bulkPaused: 'Bulk-InMail bleibt auch für die neue Person pausiert',
  everWarned:
    'Die frühere Verwarnung: beim nächsten Mal unter der Linie wird der Seat ohne weitere eingeschränkt',
  neverWarned: 'Keine frühere Verwarnung',
  nextCheck: (when) => `Die nächste Prüfung: ${when}`,
  passedOn: {
    warning: 'Die offene Verwarnung, die dann sie lesen muss',
    improvement_started: 'Den offenen Hinweis, dass Bulk-InMail pausiert ist',
    improvement_renewed: 'Den offenen Hinweis, dass Bulk-InMail pausiert bleibt',
    improvement_ended: 'Den offenen Hinweis, dass Bulk-InMail wieder da ist',
    inherited: 'Den offenen Hinweis darauf, was mit dem Seat kam',
  },
  gets: 'Einen Hinweis, dass der Seat seine Vergangenheit mitbringt; er steht in Recruiter zuerst',
  getsNothing: 'Keinen Hinweis zu lesen',
  endsTitle: 'Was endet',
  devices: (holder) =>
    `Jeder Browser, den ${holder} mit diesem Seat verbunden hat, wird abgemeldet`,
  unsent: (holder) =>
    `Was diese Browser noch nicht gemeldet haben, geht diesem Seat verloren; lassen Sie ${holder} Recruiter vorher einmal öffnen`,
  unchanged:
    'InMails und Verlauf bleiben beim Seat. Rückgängig machen lässt es sich nicht, nur zurückgeben.',
  confirmTitle: '3. Bestätigen',
  confirmHint: (to) => `Geben Sie den Namen noch einmal ein: ${to}`,
  confirm: (seat, to) => `${seat} an ${to} geben`,
  busy: 'Einen Moment …',
  cancel: 'Lassen, wie es ist',
  otherPerson: 'Andere Person wählen',
  doneTitle: (seat, to) => `${seat} gehört jetzt ${to}`,
  doneDevices: (holder) => `Die Browser von ${holder} sprechen nicht mehr für ihn.`,
  doneInvite: (to) =>
    `${to} braucht eine Einladung, um sich zu verbinden; sie kommt von der Person, die den Server betreibt.`,
  openSeat: 'Seat öffnen',
};
