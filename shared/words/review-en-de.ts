import type { ReviewWords } from '#shared/words/review-words.ts';

export const en: ReviewWords = {
  ask: 'Ask for a review',
  title: 'Ask for a review of your seat',
  intro:
    'If you believe that the rate of your seat is not right, a lead looks at it again. Nothing changes until then.',
  manager: (name) => `The relationship manager of your contract is ${name}.`,
  figures: (rate, answered, total) => `${rate}, ${answered} of ${total} answered`,
  noInMails: 'no InMails yet',
  reason: 'What is not right?',
  reasons: {
    replies_missing: 'Replies are missing',
    not_my_inmails: 'InMails are counted that I did not send',
    numbers_wrong: 'The numbers are not what I see in Recruiter',
    other: 'Something else',
  },
  message: 'What should be looked at?',
  messageHint: 'Please name no candidates. A lead and the audit trail keep what you write here.',
  carries:
    'Your request carries what the seat reads now and the proof of its last check: which InMails it counted, when each was sent, and how each was answered. No names are in it.',
  send: 'Ask for the review',
  sending: 'Sending …',
  isOpen: 'A review of your seat waits to be decided already.',
  askedTitle: 'Your request is with the leads',
  askedMeans: 'You read what they decide here and in the toolbar’s popup.',
  mail: 'Write a mail about it',
  mailHint:
    'A mail that is opened from here holds the figures as text; browsers do not let it carry a file. Save the mail with the proof attached and open it in your mail program, or attach the proof yourself.',
  saveProof: 'Save the proof (.json)',
  saveMail: 'Save the mail with the proof (.eml)',
  noProof: 'There is no proof: the seat was not checked yet, or its InMails are not kept any more.',
  subject: (seat, holder) => `Review of ${seat} (${holder})`,
  mailBody: ({ contract, seat, holder, reason, message, figures, asked, hash }) =>
    [
      `I asked for a review of my seat in ${contract}.`,
      '',
      `Seat: ${seat}, ${holder}`,
      `Asked: ${asked}`,
      `Figures then: ${figures}`,
      `Reason: ${reason}`,
      '',
      message,
      ...(hash === null ? [] : ['', `SHA-256 of the proof: ${hash}`]),
    ].join('\n'),
  askedAt: (when) => `asked ${when}`,
  waits: 'Waits to be decided',
  outcomes: { upheld: 'Upheld', declined: 'Declined' },
  outcomeMeans: {
    upheld: 'The seat is in good standing again, and its count started anew.',
    declined: 'The seat stays as it stands.',
  },
  because: (reason) => `“${reason}”`,
  decidedAt: (when) => `decided ${when}`,
  earlier: 'Decided before',
  reviews: 'Reviews',
  openCount: (count, written) =>
    count === 1 ? '1 review waits to be decided' : `${written} reviews wait to be decided`,
  none: 'No review waits',
  noneMeans: 'When a recruiter asks for a review of a seat, it appears here.',
  standings: {
    good: 'in good standing',
    warning_due: 'a warning to read',
    warned: 'warned',
    improvement: 'in the Improvement Period',
  },
  stoodAs: (standing, figures) => `When it was asked: ${standing}, ${figures}`,
  hash: (hash) => `SHA-256 of the proof: ${hash}`,
  seatPage: 'Open the seat',
  why: 'Why do you decide so?',
  whyHint: 'The recruiter reads it, and the audit trail keeps it.',
  uphold: 'Uphold',
  decline: 'Decline',
  upholdMeans:
    'Uphold: the seat is in good standing at once, is not warned any more, and its count starts anew.',
  declineMeans: 'Decline: the seat stays as it stands.',
  decidedBefore: 'Somebody else has decided it meanwhile.',
};

export const de: ReviewWords = {
  ask: 'Um Überprüfung bitten',
  title: 'Um Überprüfung Ihres Seats bitten',
  intro:
    'Wenn Sie meinen, dass die Rate Ihres Seats nicht stimmt, sieht eine Teamleitung noch einmal nach. Bis dahin ändert sich nichts.',
  manager: (name) => `Für Ihren Vertrag zuständig ist ${name}.`,
  figures: (rate, answered, total) => `${rate}, ${answered} von ${total} beantwortet`,
  noInMails: 'noch keine InMails',
  reason: 'Was stimmt nicht?',
  reasons: {
    replies_missing: 'Antworten fehlen',
    not_my_inmails: 'Es zählen InMails, die ich nicht gesendet habe',
    numbers_wrong: 'Die Zahlen sind andere als in Recruiter',
    other: 'Etwas anderes',
  },
  message: 'Was soll angesehen werden?',
  messageHint:
    'Bitte nennen Sie keine Kandidaten. Was Sie hier schreiben, liest eine Teamleitung, und es bleibt im Protokoll.',
  carries:
    'Mit Ihrer Bitte geht, wie der Seat jetzt steht, und der Nachweis der letzten Prüfung: welche InMails zählten, wann jede gesendet und wie sie beantwortet wurde. Namen stehen keine darin.',
  send: 'Um Überprüfung bitten',
  sending: 'Wird gesendet …',
  isOpen: 'Eine Überprüfung Ihres Seats wartet schon auf eine Entscheidung.',
  askedTitle: 'Ihre Bitte liegt bei der Teamleitung',
  askedMeans: 'Was sie entscheiden, lesen Sie hier und im Popup der Symbolleiste.',
  mail: 'Eine E-Mail dazu schreiben',
  mailHint:
    'Eine E-Mail, die von hier geöffnet wird, enthält die Zahlen als Text; eine Datei kann sie nicht mitnehmen. Speichern Sie die E-Mail mit dem Nachweis und öffnen Sie sie in Ihrem E-Mail-Programm, oder hängen Sie den Nachweis selbst an.',
  saveProof: 'Nachweis speichern (.json)',
  saveMail: 'E-Mail mit Nachweis speichern (.eml)',
  noProof:
    'Es gibt keinen Nachweis: Der Seat wurde noch nicht geprüft, oder seine InMails werden nicht mehr aufbewahrt.',
  subject: (seat, holder) => `Überprüfung von ${seat} (${holder})`,
  mailBody: ({ contract, seat, holder, reason, message, figures, asked, hash }) =>
    [
      `Ich habe um eine Überprüfung meines Seats in ${contract} gebeten.`,
      '',
      `Seat: ${seat}, ${holder}`,
      `Gebeten: ${asked}`,
      `Zahlen damals: ${figures}`,
      `Grund: ${reason}`,
      '',
      message,
      ...(hash === null ? [] : ['', `SHA-256 des Nachweises: ${hash}`]),
    ].join('\n'),
  askedAt: (when) => `erbeten ${when}`,
  waits: 'Wartet auf eine Entscheidung',
  outcomes: { upheld: 'Stattgegeben', declined: 'Abgelehnt' },
  outcomeMeans: {
    upheld: 'Der Seat ist wieder in gutem Stand, und die Zählung hat neu begonnen.',
    declined: 'Der Seat bleibt, wie er steht.',
  },
  because: (reason) => `„${reason}“`,
  decidedAt: (when) => `entschieden ${when}`,
  earlier: 'Früher entschieden',
  reviews: 'Überprüfungen',
  openCount: (count, written) =>
    count === 1
      ? '1 Überprüfung wartet auf eine Entscheidung'
      : `${written} Überprüfungen warten auf eine Entscheidung`,
  none: 'Keine Überprüfung wartet',
  noneMeans: 'Bittet jemand um die Überprüfung eines Seats, erscheint sie hier.',
  standings: {
    good: 'in gutem Stand',
    warning_due: 'eine Verwarnung zu lesen',
    warned: 'verwarnt',
    improvement: 'in der Verbesserungsphase',
  },
  stoodAs: (standing, figures) => `Als gebeten wurde: ${standing}, ${figures}`,
  hash: (hash) => `SHA-256 des Nachweises: ${hash}`,
  seatPage: 'Seat öffnen',
  why: 'Warum entscheiden Sie so?',
  whyHint: 'Das liest, wer gebeten hat, und es bleibt im Protokoll.',
  uphold: 'Stattgeben',
  decline: 'Ablehnen',
  upholdMeans:
    'Stattgeben: Der Seat ist sofort in gutem Stand, nicht mehr verwarnt, und die Zählung beginnt neu.',
  declineMeans: 'Ablehnen: Der Seat bleibt, wie er steht.',
  decidedBefore: 'Inzwischen hat jemand anders entschieden.',
};
