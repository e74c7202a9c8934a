import type { PilotReportWords } from '#shared/words/pilot-report-words.ts';

export const en: PilotReportWords = {
  title: 'What the pilot changed',
  about: (contract, treated, observed) =>
    `${contract}: seats in the pilot ${treated}, left in observation ${observed}`,
  since: (entered) =>
    entered === null
      ? 'No seat is in the pilot yet.'
      : `Half of the seats in the pilot had entered it by ${entered}.`,
  sinceKnown: (entered) =>
    `Half of the seats whose start is known had entered the pilot by ${entered}.`,
  madeAt: (when) => `Made ${when}`,
  verdict: 'Did it work?',
  better: (points, interval) =>
    `Yes: the response rate of the seats in the pilot changed by ${points} more than that of the seats in observation (95 % interval ${interval}).`,
  worse: (points, interval) =>
    `No: the response rate of the seats in the pilot changed by ${points} against that of the seats in observation (95 % interval ${interval}).`,
  tooSmall: 'The numbers are too small to tell.',
  doubts: {
    no_pilot: () => 'No seat has been in the pilot yet.',
    start_unknown: () =>
      'It is not known any more when the seats entered the pilot: what was recorded so long ago is removed.',
    no_comparison: () =>
      'Every seat is in the pilot: there is none in observation to compare with, so that whatever changed might have changed without it.',
    short_before: ({ days }) =>
      `Too little is known from before: of half of a group’s seats or more, fewer than ${days} days.`,
    few_seats: ({ seats }) =>
      `Fewer than ${seats} seats of a group sent InMails both before and after.`,
    few_inmails: ({ inmails }) => `A group sent fewer than ${inmails} InMails before or after.`,
    interval_holds_zero: () =>
      'The difference might as well be none: its 95 % interval holds zero.',
  },
  points: (value) => `${value} points`,
  tiles: {
    notices: 'Notices shown',
    read: 'Notices read',
    held: 'Bulk sends held',
    difference: 'Difference in response rate',
  },
  warningsOf: (warnings) => `warnings among them: ${warnings}`,
  medianDays: (_days, written) =>
    `half of them within ${written === '1' ? '1 day' : `${written} days`}`,
  heldTo: (inmails, seats) => `InMails ${inmails}, seats ${seats}`,
  rates: 'Response rate and volume',
  ratesNote: (days) =>
    `Before and after are equally long for each seat: as long as both are known. Answers count that came within ${days} days; InMails that had less time are left out. Intervals of 95 %.`,
  shortened: (seats) =>
    `Less is known from before than from after: seats ${seats}. Of these only as many days after are compared.`,
  withoutBefore: (seats) =>
    `Nothing is known from before: seats ${seats}. They are left out of before and after.`,
  startUnknown: (seats) =>
    `Not known any more whether or when they entered the pilot, as what was recorded so long ago is removed: seats ${seats}. They are left out of before and after.`,
  treated: 'In the pilot',
  observed: 'In observation',
  before: 'before',
  after: 'after',
  reactions: 'Bulk sends after a warning',
  reactionsNote: (days) =>
    `Each seat’s first warning: its bulk sends in the ${days} days after it against those in the ${days} days before. In observation nobody saw the warning; those seats show what would have happened anyway.`,
  reactionsOf: {
    stopped: 'Sent none any more',
    cut: 'Sent fewer in bulk',
    split: 'As many, in smaller sends',
    as_before: 'As before',
    no_bulk: 'Sent none in bulk before',
    too_recent: 'Too recent to say',
  },
  nobodyWarned: 'No seat was warned in this time.',
  sizes: (before, after) => `InMails of a bulk send on average: ${before} before, ${after} after.`,
  heads: {
    group: 'Seats',
    seats: 'Number',
    compared: 'Sent before and after',
    inmails: 'InMails',
    bulk: 'In bulk',
    perSeatWeek: 'A seat and week',
    rate: 'Response rate',
    change: 'Change, in points',
    warned: 'Warned',
  },
  rule: 'When the numbers are too small to tell',
  ruleOf: ({ seats, inmails, days }) => [
    `When a group has fewer than ${seats} seats that sent InMails both before and after, or fewer than ${inmails} InMails in either.`,
    `When half of a group’s seats or more are known for fewer than ${days} days before, though there is more after. Seats of which nothing before is known count only where there are no others.`,
    'When the 95 % interval of the difference holds zero. The difference is what changed in the pilot less what changed in observation.',
    'Intervals of changes and of the difference go by seat, as InMails of one seat are alike; those of a single rate go by InMail, and are narrower than the truth.',
  ],
  limits: 'What this cannot say',
  limitsOf: [
    'Seats that were named for a pilot, rather than drawn by a share, may differ from the others to begin with.',
    'Seats in observation are compared as of the day when half of the pilot had entered.',
    'A seat counts as known from the day when it was set up or from its first InMail, whichever is earlier. What nobody reported then is not seen to be missing.',
    'Held sends are what the extension reported; a send that was not tried because it was known to be paused is in no count.',
    'What a warning did is told by what followed it. A rate or a volume that was far from usual tends to come back by itself.',
  ],
};

export const de: PilotReportWords = {
  title: 'Was der Pilot verändert hat',
  about: (contract, treated, observed) =>
    `${contract}: Seats im Pilot ${treated}, in Beobachtung ${observed}`,
  since: (entered) =>
    entered === null
      ? 'Noch ist kein Seat im Pilot.'
      : `Die Hälfte der Seats im Pilot war bis ${entered} eingetreten.`,
  sinceKnown: (entered) =>
    `Die Hälfte der Seats, deren Beginn bekannt ist, war bis ${entered} in den Pilot eingetreten.`,
  madeAt: (when) => `Erstellt ${when}`,
  verdict: 'Hat es gewirkt?',
  better: (points, interval) =>
    `Ja: Die Antwortrate der Seats im Pilot hat sich um ${points} mehr verändert als die der Seats in Beobachtung (95-%-Intervall ${interval}).`,
  worse: (points, interval) =>
    `Nein: Die Antwortrate der Seats im Pilot hat sich um ${points} gegenüber der der Seats in Beobachtung verändert (95-%-Intervall ${interval}).`,
  tooSmall: 'Die Zahlen sind zu klein, um es zu sagen.',
  doubts: {
    no_pilot: () => 'Noch war kein Seat im Pilot.',
    start_unknown: () =>
      'Wann die Seats in den Pilot eingetreten sind, ist nicht mehr bekannt: Was so lange zurückliegt, ist gelöscht.',
    no_comparison: () =>
      'Alle Seats sind im Pilot: Keiner ist zum Vergleich in Beobachtung, und was sich verändert hat, hätte sich vielleicht ohnehin verändert.',
    short_before: ({ days }) =>
      `Von vorher ist zu wenig bekannt: bei der Hälfte der Seats einer Gruppe oder mehr weniger als ${days} Tage.`,
    few_seats: ({ seats }) =>
      `Weniger als ${seats} Seats einer Gruppe haben vorher und nachher InMails gesendet.`,
    few_inmails: ({ inmails }) =>
      `Eine Gruppe hat vorher oder nachher weniger als ${inmails} InMails gesendet.`,
    interval_holds_zero: () =>
      'Der Unterschied könnte ebenso gut keiner sein: Sein 95-%-Intervall enthält die Null.',
  },
  points: (value) => `${value} Punkte`,
  tiles: {
    notices: 'Gezeigte Hinweise',
    read: 'Gelesene Hinweise',
    held: 'Zurückgehaltene Bulk-Sendungen',
    difference: 'Unterschied der Antwortrate',
  },
  warningsOf: (warnings) => `darunter Warnungen: ${warnings}`,
  medianDays: (_days, written) =>
    `die Hälfte davon binnen ${written === '1' ? '1 Tag' : `${written} Tagen`}`,
  heldTo: (inmails, seats) => `InMails ${inmails}, Seats ${seats}`,
  rates: 'Antwortrate und Umfang',
  ratesNote: (days) =>
    `Vorher und nachher sind für jeden Seat gleich lang: so lang, wie beides bekannt ist. Antworten zählen, die binnen ${days} Tagen kamen; InMails mit weniger Zeit bleiben außer Betracht. Intervalle von 95 %.`,
  shortened: (seats) =>
    `Von vorher ist weniger bekannt als von nachher: Seats ${seats}. Bei ihnen werden nur ebenso viele Tage nachher verglichen.`,
  withoutBefore: (seats) =>
    `Von vorher ist nichts bekannt: Seats ${seats}. Sie bleiben bei vorher und nachher außer Betracht.`,
  startUnknown: (seats) =>
    `Ob oder wann sie in den Pilot eingetreten sind, ist nicht mehr bekannt, da so lange Zurückliegendes gelöscht ist: Seats ${seats}. Sie bleiben bei vorher und nachher außer Betracht.`,
  treated: 'Im Pilot',
  observed: 'In Beobachtung',
  before: 'vorher',
  after: 'nachher',
  reactions: 'Bulk-Sendungen nach einer Warnung',
  reactionsNote: (days) =>
    `Die erste Warnung jedes Seats: seine Bulk-Sendungen in den ${days} Tagen danach gegen die in den ${days} Tagen davor. In Beobachtung hat niemand die Warnung gesehen; diese Seats zeigen, was ohnehin geschehen wäre.`,
  reactionsOf: {
    stopped: 'Sendete keine mehr',
    cut: 'Sendete weniger als Bulk',
    split: 'Ebenso viele, in kleineren Sendungen',
    as_before: 'Wie zuvor',
    no_bulk: 'Sendete auch vorher keine',
    too_recent: 'Noch zu früh',
  },
  nobodyWarned: 'In dieser Zeit wurde kein Seat verwarnt.',
  sizes: (before, after) =>
    `InMails je Bulk-Sendung im Mittel: ${before} vorher, ${after} nachher.`,
  heads: {
    group: 'Seats',
    seats: 'Anzahl',
    compared: 'Sendeten vorher und nachher',
    inmails: 'InMails',
    bulk: 'Als Bulk',
    perSeatWeek: 'Je Seat und Woche',
    rate: 'Antwortrate',
    change: 'Veränderung, in Punkten',
    warned: 'Verwarnt',
  },
  rule: 'Wann die Zahlen zu klein sind',
  ruleOf: ({ seats, inmails, days }) => [
    `Wenn eine Gruppe weniger als ${seats} Seats hat, die vorher und nachher InMails gesendet haben, oder in einem von beiden weniger als ${inmails} InMails.`,
    `Wenn bei der Hälfte der Seats einer Gruppe oder mehr weniger als ${days} Tage vorher bekannt sind, obwohl es nachher mehr gibt. Seats, von denen vorher nichts bekannt ist, zählen dabei nur, wo es keine anderen gibt.`,
    'Wenn das 95-%-Intervall des Unterschieds die Null enthält. Der Unterschied ist die Veränderung im Pilot abzüglich der in Beobachtung.',
    'Die Intervalle von Veränderungen und Unterschied gehen nach Seats, da InMails eines Seats einander gleichen; die einer einzelnen Rate gehen nach InMails und sind enger als die Wahrheit.',
  ],
  limits: 'Was dies nicht sagen kann',
  limitsOf: [
    'Seats, die für den Pilot benannt statt nach einem Anteil ausgewählt wurden, können von vornherein anders sein.',
    'Seats in Beobachtung werden ab dem Tag verglichen, an dem die Hälfte des Pilots eingetreten war.',
    'Ein Seat gilt als bekannt ab dem Tag, an dem er eingerichtet wurde, oder ab seiner ersten InMail, je nachdem, was früher war. Was damals niemand gemeldet hat, fällt nicht auf.',
    'Zurückgehalten ist, was die Erweiterung gemeldet hat; was gar nicht erst versucht wurde, weil die Pause bekannt war, ist nirgends gezählt.',
    'Was eine Warnung bewirkt hat, zeigt nur, was auf sie folgte. Eine ungewöhnliche Rate oder Menge kehrt oft von selbst zum Üblichen zurück.',
  ],
};
