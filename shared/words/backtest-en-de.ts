import type { BacktestWords } from '#shared/words/backtest-words.ts';

export const en: BacktestWords = {
  title: 'What these terms would have done',
  history: (seats, inmails, from, until) =>
    `A backtest on the history of ${seats} seats and ${inmails} InMails, ${from} to ${until}`,
  madeAt: (when) => `Made ${when}`,
  summary: 'In short',
  lead: (terms, warned, restricted) =>
    `If ${terms} had held all this time, ${warned.part} of ${warned.of} seats would have been warned (${warned.share}), and ${restricted.part} of ${restricted.of} would have had bulk InMail paused at least once (${restricted.share}).`,
  warningsCameTo: (issued, restricted, recovered, tooFew) =>
    `Warnings issued: ${issued}. Warning periods that led to a pause: ${restricted}; that ended with a rate at or above the line: ${recovered}; with too few InMails to judge: ${tooFew}.`,
  warningsUnread: (count) => `Warnings that were never read in this history: ${count}.`,
  restrictionsEnded: (recovered, tooFew, running) =>
    `Pauses that ended as the rate recovered: ${recovered}; as too few InMails were sent to judge: ${tooFew}; still running at the end of the history: ${running}.`,
  heldInMails: ({ part, of, share }) =>
    `InMails sent in bulk during a pause, which would have been held: ${part} of ${of} (${share}). One-to-one InMail is never held.`,
  notEnough:
    'No seat sent enough InMails to be judged, so that these terms would have met nobody. Nothing follows from that for seats that send more.',
  notInForce: (from) =>
    `These terms take effect on ${from}, after this history ends: no check was made.`,
  warningsBecame: 'What became of the warnings',
  warningEnds: {
    restricted: 'Led to a pause',
    recovered: 'Rate at or above the line',
    tooFew: 'Too few InMails to judge',
    unread: 'Never read',
    other: 'Still running, or ended otherwise',
  },
  pausesEnded: 'How the pauses ended',
  more: (count) => `The other ${count}`,
  tiles: {
    warned: 'Seats warned',
    restricted: 'Seats restricted',
    days: 'Days restricted',
    held: 'InMails held',
  },
  ofMany: (part, of) => `${part} of ${of}`,
  daysEach: (days) => `${days} for each restricted seat`,
  compared: 'Terms compared',
  comparedNote:
    'Share of all seats that would have been warned, and that would have been restricted, with 95 % intervals.',
  inDetail: 'in detail here',
  atATime: 'Restricted at a time',
  atATimeNote: (most, when) => `At most ${most} seats at once, first on ${when}.`,
  segments: 'By segment',
  segmentsMet: 'Warned and restricted by segment',
  segmentsNote: (line) =>
    `Response rate of each segment over the whole history, with 95 % intervals, against the line of ${line}. A segment exempts nobody; it shows where the terms would have been felt.`,
  noSegment: 'no segment',
  who: 'Who would have been restricted when',
  whoNote: (shown, all) => `Shown: ${shown} of ${all} pauses, by their beginning.`,
  nobody: 'Nobody.',
  assumed: 'What was assumed',
  limits: 'What this cannot say',
  profiles: {
    'inmail-2014': ({ line, minimum, window, every }) =>
      `inmail-2014 is the policy as it was announced in 2014: of ${minimum} or more InMails in ${window} days, ${line} have to be answered. A seat is checked ${every} and warned once; its warning period starts when the warning is read.`,
    'inmail-current': ({ line, minimum, window, every, grace }) =>
      `inmail-current is its later form: of ${minimum} or more InMails in ${window} days, ${line} have to be answered. A seat is checked ${every} and warned in each cycle; the warning period starts by itself, and answers count for ${grace} more days.`,
  },
  assumptions: {
    readAfter: (days) =>
      `Each warning was taken as read ${days} after it was issued, or earlier where the history says so.`,
    readAtOnce: 'Each warning was taken as read the moment it was issued.',
    readAsInHistory: (acknowledgements) =>
      `No reading of a warning was assumed: only what the history itself holds counts (acknowledgements: ${acknowledgements}, and what seats in observation read at once). A warning that is not read leads no further.`,
    neverRead:
      'No reading of a warning was assumed, and the history holds none but of seats in observation. Where CONTINUE starts the warning period, a warning that is not read leads no further. Add --acknowledge-after to assume one.',
    needsNoReading:
      'Under terms where the check starts the warning period, reading changes nothing.',
    termsSetAside: (changes) =>
      `The terms on trial hold from end to end; changes of terms in the history were set aside: ${changes}. Transfers, upheld reviews and modes are as the history has them.`,
  },
  limitsOf: [
    'This is what people did without these warnings. Warned, they would have sent less, or better: the figures say whom the terms would have met, not what they would have achieved.',
    'Bulk InMails that would have been held were sent in this history, and count in the checks that follow.',
    'Each seat is counted in the segment of most of its InMails. Intervals take seats, and InMails, for independent of each other; as InMails of one seat are alike, the truth is less certain than the intervals of InMails and rates say.',
    'An answer that the history does not hold makes a rate look lower than it was. The last InMails of a history had little time to be answered.',
    'A pause that runs when the history ends is counted up to there.',
  ],
  heads: {
    terms: 'Terms',
    segment: 'Segment',
    seat: 'Seat',
    seats: 'Seats',
    judged: 'Judged',
    warned: 'Warned',
    restricted: 'Restricted',
    renewed: 'Renewed',
    days: 'Days restricted',
    recovered: 'Ended: recovered',
    tooFew: 'Ended: too few InMails',
    inmails: 'InMails',
    rate: 'Response rate',
    held: 'InMails held',
    from: 'From',
    until: 'Until',
    end: 'How it ended',
    interval: '95 % interval',
  },
  ends: {
    recovered: 'Rate recovered',
    too_few: 'Too few InMails to judge',
    otherwise: 'Review upheld, or mode changed',
    running: 'Still running',
  },
  terms: {
    thresholdBps: (value) => `line ${value}`,
    minimumVolume: (value) => `from ${value} InMails on`,
    windowDays: (value) => `window of ${value}`,
    checkEveryDays: (value) => `checked ${value}`,
    checkHourUtc: (value) => `checked at ${value}:00 UTC`,
    warningDays: (value) => `warning period of ${value}`,
    warningStarts: (value) => `warning period from ${value} on`,
    warnsOnce: (value) => `one warning only: ${value}`,
    graceDays: (value) => `grace of ${value}`,
    improvementDays: (value) => `Improvement Period of ${value}`,
    effectiveFrom: (value) => `in force from ${value}`,
    closeBps: (value) => `“close” below ${value}`,
    earlyVolume: (value) => `mentioned from ${value} InMails on`,
  },
  yesOrNo: { yes: 'yes', no: 'no' },
  starts: { acknowledgement: 'CONTINUE', check: 'the check' },
  every: (days, isOne) => (isOne ? 'daily' : `every ${days} days`),
  days: (count, isOne) => `${count} ${isOne ? 'day' : 'days'}`,
};

export const de: BacktestWords = {
  title: 'Was diese Bedingungen bewirkt hätten',
  history: (seats, inmails, from, until) =>
    `Ein Rückblick auf ${seats} Seats und ${inmails} InMails, ${from} bis ${until}`,
  madeAt: (when) => `Erstellt ${when}`,
  summary: 'Kurz gesagt',
  lead: (terms, warned, restricted) =>
    `Hätten die ganze Zeit die Bedingungen „${terms}“ gegolten, wären ${warned.part} von ${warned.of} Seats verwarnt worden (${warned.share}), und bei ${restricted.part} von ${restricted.of} wäre Bulk-InMail mindestens einmal pausiert worden (${restricted.share}).`,
  warningsCameTo: (issued, restricted, recovered, tooFew) =>
    `Ausgesprochene Warnungen: ${issued}. Warnphasen, auf die eine Pause folgte: ${restricted}; die mit einer Rate auf oder über der Linie endeten: ${recovered}; mit zu wenigen InMails für ein Urteil: ${tooFew}.`,
  warningsUnread: (count) => `Warnungen, die in dieser Zeit nie gelesen wurden: ${count}.`,
  restrictionsEnded: (recovered, tooFew, running) =>
    `Pausen, die endeten, weil sich die Rate erholt hat: ${recovered}; weil zu wenige InMails für ein Urteil gesendet wurden: ${tooFew}; die am Ende noch liefen: ${running}.`,
  heldInMails: ({ part, of, share }) =>
    `Während einer Pause gesammelt gesendete InMails, die zurückgehalten worden wären: ${part} von ${of} (${share}). Einzelne InMails werden nie zurückgehalten.`,
  notEnough:
    'Kein Seat hat genug InMails für ein Urteil gesendet; diese Bedingungen hätten niemanden betroffen. Für Seats, die mehr senden, folgt daraus nichts.',
  notInForce: (from) =>
    `Diese Bedingungen gelten erst ab ${from}, nach dem Ende dieser Zeit: Es gab keine Prüfung.`,
  warningsBecame: 'Was aus den Warnungen wurde',
  warningEnds: {
    restricted: 'Führte zu einer Pause',
    recovered: 'Rate auf oder über der Linie',
    tooFew: 'Zu wenige InMails für ein Urteil',
    unread: 'Nie gelesen',
    other: 'Läuft noch oder endete anders',
  },
  pausesEnded: 'Wie die Pausen endeten',
  more: (count) => `Die anderen ${count}`,
  tiles: {
    warned: 'Seats verwarnt',
    restricted: 'Seats pausiert',
    days: 'Tage pausiert',
    held: 'InMails zurückgehalten',
  },
  ofMany: (part, of) => `${part} von ${of}`,
  daysEach: (days) => `${days} je pausiertem Seat`,
  compared: 'Bedingungen im Vergleich',
  comparedNote:
    'Anteil aller Seats, die verwarnt und die pausiert worden wären, mit 95-%-Intervallen.',
  inDetail: 'hier im Einzelnen',
  atATime: 'Gleichzeitig pausiert',
  atATimeNote: (most, when) => `Höchstens ${most} Seats zugleich, erstmals am ${when}.`,
  segments: 'Nach Segment',
  segmentsMet: 'Verwarnt und pausiert nach Segment',
  segmentsNote: (line) =>
    `Antwortrate jedes Segments über die ganze Zeit, mit 95-%-Intervallen, gegen die Linie von ${line}. Ein Segment nimmt niemanden aus; es zeigt, wo die Bedingungen zu spüren gewesen wären.`,
  noSegment: 'ohne Segment',
  who: 'Wer wann pausiert worden wäre',
  whoNote: (shown, all) => `Gezeigt: ${shown} von ${all} Pausen, nach ihrem Beginn.`,
  nobody: 'Niemand.',
  assumed: 'Was angenommen wurde',
  limits: 'Was dies nicht sagen kann',
  profiles: {
    'inmail-2014': ({ line, minimum, window, every }) =>
      `inmail-2014 ist die Richtlinie, wie sie 2014 angekündigt wurde: Von ${minimum} oder mehr InMails in ${window} Tagen müssen ${line} beantwortet sein. Geprüft wird ${every}, verwarnt einmal; die Warnphase beginnt, wenn die Warnung gelesen ist.`,
    'inmail-current': ({ line, minimum, window, every, grace }) =>
      `inmail-current ist ihre spätere Form: Von ${minimum} oder mehr InMails in ${window} Tagen müssen ${line} beantwortet sein. Geprüft wird ${every}, verwarnt in jedem Durchgang; die Warnphase beginnt von selbst, und Antworten zählen noch ${grace} Tage länger.`,
  },
  assumptions: {
    readAfter: (days) =>
      `Jede Warnung galt ${days} nach ihrem Ausspruch als gelesen, oder früher, wo es überliefert ist.`,
    readAtOnce: 'Jede Warnung galt im Augenblick ihres Ausspruchs als gelesen.',
    readAsInHistory: (acknowledgements) =>
      `Kein Lesen einer Warnung wurde angenommen: Es zählt nur, was überliefert ist (Bestätigungen: ${acknowledgements}, und was Seats in Beobachtung sofort lesen). Eine ungelesene Warnung führt nicht weiter.`,
    neverRead:
      'Kein Lesen einer Warnung wurde angenommen, und überliefert ist keines außer von Seats in Beobachtung. Wo WEITER die Warnphase beginnt, führt eine ungelesene Warnung nicht weiter. --acknowledge-after nimmt eines an.',
    needsNoReading:
      'Unter Bedingungen, bei denen die Prüfung die Warnphase beginnt, ändert das Lesen nichts.',
    termsSetAside: (changes) =>
      `Die geprüften Bedingungen gelten von Anfang bis Ende; überlieferte Änderungen von Bedingungen blieben außer Betracht: ${changes}. Übertragungen, anerkannte Überprüfungen und Modi sind, wie sie überliefert sind.`,
  },
  limitsOf: [
    'Dies ist, was Menschen ohne diese Warnungen taten. Gewarnt hätten sie weniger oder besser gesendet: Die Zahlen sagen, wen die Bedingungen betroffen, nicht, was sie erreicht hätten.',
    'Bulk-InMails, die zurückgehalten worden wären, wurden tatsächlich gesendet und zählen in den Prüfungen danach.',
    'Jeder Seat zählt in dem Segment, in dem die meisten seiner InMails liegen. Die Intervalle nehmen Seats und InMails als unabhängig voneinander; da InMails eines Seats einander gleichen, ist die Wahrheit weniger sicher, als die Intervalle von InMails und Raten sagen.',
    'Eine Antwort, die nicht überliefert ist, lässt eine Rate niedriger aussehen, als sie war. Die letzten InMails hatten wenig Zeit, beantwortet zu werden.',
    'Eine Pause, die am Ende noch läuft, zählt bis dorthin.',
  ],
  heads: {
    terms: 'Bedingungen',
    segment: 'Segment',
    seat: 'Seat',
    seats: 'Seats',
    judged: 'Beurteilt',
    warned: 'Verwarnt',
    restricted: 'Pausiert',
    renewed: 'Verlängert',
    days: 'Tage pausiert',
    recovered: 'Ende: erholt',
    tooFew: 'Ende: zu wenige InMails',
    inmails: 'InMails',
    rate: 'Antwortrate',
    held: 'InMails zurückgehalten',
    from: 'Von',
    until: 'Bis',
    end: 'Wie sie endete',
    interval: '95-%-Intervall',
  },
  ends: {
    recovered: 'Rate erholt',
    too_few: 'Zu wenige InMails für ein Urteil',
    otherwise: 'Überprüfung anerkannt oder Modus geändert',
    running: 'Läuft noch',
  },
  terms: {
    thresholdBps: (value) => `Linie ${value}`,
    minimumVolume: (value) => `ab ${value} InMails`,
    windowDays: (value) => `Fenster ${value}`,
    checkEveryDays: (value) => `Prüfung ${value}`,
    checkHourUtc: (value) => `Prüfung um ${value}:00 UTC`,
    warningDays: (value) => `Warnphase ${value}`,
    warningStarts: (value) => `Warnphase ab ${value}`,
    warnsOnce: (value) => `nur eine Warnung: ${value}`,
    graceDays: (value) => `Nachfrist ${value}`,
    improvementDays: (value) => `Verbesserungsphase ${value}`,
    effectiveFrom: (value) => `in Kraft ab ${value}`,
    closeBps: (value) => `„knapp“ unter ${value}`,
    earlyVolume: (value) => `erwähnt ab ${value} InMails`,
  },
  yesOrNo: { yes: 'ja', no: 'nein' },
  starts: { acknowledgement: 'WEITER', check: 'der Prüfung' },
  every: (days, isOne) => (isOne ? 'täglich' : `alle ${days} Tage`),
  days: (count, isOne) => `${count} ${isOne ? 'Tag' : 'Tage'}`,
};
