import type { PilotWords } from '#shared/words/pilot-words.ts';

export const en: PilotWords = {
  title: (contract) => `Pilot of ${contract}`,
  nowTitle: 'As it stands',
  modes: { observe: 'Observe', inform: 'Inform', enforce: 'Enforce' },
  means: {
    observe: 'Everything is computed. Recruiters are shown nothing, and nothing is refused.',
    inform: 'Recruiters see their rate, warnings and notices. Nothing is refused.',
    enforce:
      'As inform, and bulk InMail is paused for a seat in its Improvement Period. One-to-one always works.',
  },
  setTo: (mode, share, named) => {
    const byName = named === 1 ? ', and for 1 by name' : `, and for ${named} by name`;
    return `${mode} for ${share} of the seats${named === 0 ? '' : byName}`;
  },
  setToNamed: (mode, named) =>
    named === 1 ? `${mode} for 1 seat, by name` : `${mode} for ${named} seats, by name`,
  seatsIn: (observe, inform, enforce) =>
    `${enforce} seats in enforce, ${inform} in inform, ${observe} in observation`,
  setBy: (who, when) => `Set by ${who} on ${when}`,
  who: {
    recruiter: 'a recruiter',
    lead: 'a lead',
    admin: 'an admin',
    feed: 'a feed',
    operator: 'the operator',
    server: 'the server',
  },
  whoUnknown: 'somebody not recorded',
  partialAccepted: (when) =>
    `Enforcing on what the extension alone sees was accepted by an admin on ${when}.`,
  earlier: 'Earlier settings',
  readOnly: 'A pilot is the whole contract’s: an admin sets it, or a lead of all teams.',
  changeTitle: 'Change it',
  mode: 'How far it goes',
  share: 'Share of the seats, in per cent',
  shareHint:
    'Raising it drops no seat. Seats outside the pilot are in observation. With 0, only the seats by name take part.',
  named: 'Seats by name',
  namedHint: 'They take part whatever the share.',
  add: 'Add',
  notFound: 'No seat of this name or id is in the list.',
  remove: (seat) => `Take ${seat} out`,
  show: 'Show what would change',
  busy: 'One moment …',
  previewTitle: 'What would change',
  nothing: 'No seat would change.',
  enter: (count, written) =>
    count === 1 ? '1 seat enters the pilot' : `${written} seats enter the pilot`,
  leave: (count, written) =>
    count === 1
      ? '1 seat leaves it, for observation'
      : `${written} seats leave it, for observation`,
  other: (count, written) =>
    count === 1
      ? '1 seat stays in it, in the other mode'
      : `${written} seats stay in it, in the other mode`,
  held: (count, written) =>
    count === 1
      ? 'Bulk InMail is paused for 1 seat at once'
      : `Bulk InMail is paused for ${written} seats at once`,
  released: (count, written) =>
    count === 1
      ? 'Bulk InMail is back for 1 seat at once'
      : `Bulk InMail is back for ${written} seats at once`,
  anew: (count, written) => (count === 1 ? '1 seat starts anew' : `${written} seats start anew`),
  anewMeans:
    'A seat that leaves observation starts in good standing without a past warning; its InMails stay and count.',
  columns: { seat: 'Seat', from: 'Now', to: 'Then', atOnce: 'At once' },
  bulkHeld: 'bulk paused',
  bulkReleased: 'bulk back',
  startsAnew: 'starts anew',
  more: (written) => `and ${written} more`,
  partialTitle: 'Not yet: the evidence is partial',
  partialMeans:
    'The extension is the only source. It sees sends at once, and answers only when somebody opens the inbox, so every rate reads low.',
  partialAdmin: 'An admin can accept to enforce on that; every reading then says so.',
  partialAccept: 'I accept to enforce on partial evidence. Every reading will say so.',
  confirm: (count, written) =>
    count === 1 ? 'Change it for 1 seat' : `Change it for ${written} seats`,
  confirmSettings: 'Set it so',
  change: 'Change something else',
  doneTitle: 'The pilot is changed',
};

export const de: PilotWords = {
  title: (contract) => `Pilot von ${contract}`,
  nowTitle: 'Stand jetzt',
  modes: { observe: 'Beobachten', inform: 'Informieren', enforce: 'Durchsetzen' },
  means: {
    observe: 'Alles wird berechnet. Recruiter sehen nichts, und nichts wird verweigert.',
    inform: 'Recruiter sehen Rate, Verwarnungen und Hinweise. Nichts wird verweigert.',
    enforce:
      'Wie Informieren, und Bulk-InMail ist für einen Seat in der Verbesserungsphase pausiert. Einzelne InMails gehen immer.',
  },
  setTo: (mode, share, named) => {
    const byName = named === 1 ? ', und für 1 mit Namen' : `, und für ${named} mit Namen`;
    return `${mode} für ${share} der Seats${named === 0 ? '' : byName}`;
  },
  setToNamed: (mode, named) =>
    named === 1 ? `${mode} für 1 Seat mit Namen` : `${mode} für ${named} Seats mit Namen`,
  seatsIn: (observe, inform, enforce) =>
    `Seats: ${enforce} mit „Durchsetzen“, ${inform} mit „Informieren“, ${observe} in Beobachtung`,
  setBy: (who, when) => `Eingestellt durch ${who} am ${when}`,
  who: {
    recruiter: 'einen Recruiter',
    lead: 'eine Teamleitung',
    admin: 'einen Admin',
    feed: 'eine Datenquelle',
    operator: 'den Betreiber',
    server: 'den Server',
  },
  whoUnknown: 'jemanden, der nicht festgehalten ist',
  partialAccepted: (when) =>
    `Ein Admin hat am ${when} angenommen, dass allein nach dem durchgesetzt wird, was die Erweiterung sieht.`,
  earlier: 'Frühere Einstellungen',
  readOnly:
    'Ein Pilot gilt für den ganzen Vertrag: Ein Admin stellt ihn ein, oder die Leitung aller Teams.',
  changeTitle: 'Ändern',
  mode: 'Wie weit er geht',
  share: 'Anteil der Seats in Prozent',
  shareHint:
    'Ein größerer Anteil lässt keinen Seat fallen. Seats außerhalb des Pilots sind in Beobachtung. Bei 0 nehmen nur die Seats mit Namen teil.',
  named: 'Seats mit Namen',
  namedHint: 'Sie nehmen teil, wie groß der Anteil auch ist.',
  add: 'Hinzufügen',
  notFound: 'In der Liste ist kein Seat dieses Namens.',
  remove: (seat) => `${seat} herausnehmen`,
  show: 'Zeigen, was sich ändern würde',
  busy: 'Einen Moment …',
  previewTitle: 'Was sich ändern würde',
  nothing: 'Kein Seat würde sich ändern.',
  enter: (count, written) =>
    count === 1 ? '1 Seat kommt in den Pilot' : `${written} Seats kommen in den Pilot`,
  leave: (count, written) =>
    count === 1 ? '1 Seat geht in die Beobachtung' : `${written} Seats gehen in die Beobachtung`,
  other: (count, written) =>
    count === 1
      ? '1 Seat bleibt darin, im anderen Modus'
      : `${written} Seats bleiben darin, im anderen Modus`,
  held: (count, written) =>
    count === 1
      ? 'Bulk-InMail ist sofort für 1 Seat pausiert'
      : `Bulk-InMail ist sofort für ${written} Seats pausiert`,
  released: (count, written) =>
    count === 1
      ? 'Bulk-InMail ist sofort für 1 Seat wieder da'
      : `Bulk-InMail ist sofort für ${written} Seats wieder da`,
  anew: (count, written) => (count === 1 ? '1 Seat beginnt neu' : `${written} Seats beginnen neu`),
  anewMeans:
    'Ein Seat, der die Beobachtung verlässt, beginnt in gutem Stand und ohne frühere Verwarnung; seine InMails bleiben und zählen.',
  columns: { seat: 'Seat', from: 'Jetzt', to: 'Dann', atOnce: 'Sofort' },
  bulkHeld: 'Bulk pausiert',
  bulkReleased: 'Bulk wieder da',
  startsAnew: 'beginnt neu',
  more: (written) => `und ${written} weitere`,
  partialTitle: 'Noch nicht: Es ist nicht alles zu sehen',
  partialMeans:
    'Die Erweiterung ist die einzige Quelle. Sie sieht Sendungen sofort, Antworten aber erst, wenn jemand das Postfach öffnet; jede Rate liest sich zu niedrig.',
  partialAdmin:
    'Ein Admin kann annehmen, dass trotzdem durchgesetzt wird; dann steht es bei jeder Zahl.',
  partialAccept: 'Ich nehme an, dass so durchgesetzt wird. Bei jeder Zahl wird es stehen.',
  confirm: (count, written) => (count === 1 ? 'Für 1 Seat ändern' : `Für ${written} Seats ändern`),
  confirmSettings: 'So einstellen',
  change: 'Etwas anderes ändern',
  doneTitle: 'Der Pilot ist geändert',
};
