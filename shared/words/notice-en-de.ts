import type { NoticeWords } from '#shared/words/notice-words.ts';

export const en: NoticeWords = {
  titles: {
    enforce: {
      warning: 'Your response rate needs attention',
      improvement_started: 'Bulk InMail is paused',
      improvement_renewed: 'Bulk InMail stays paused',
      ended_recovered: 'Bulk InMail is back',
      ended_too_few: 'Bulk InMail is back',
      ended_restored: 'Bulk InMail is back',
      inherited: 'This seat comes with its history',
    },
    inform: {
      warning: 'Your response rate needs attention',
      improvement_started: 'An Improvement Period has begun',
      improvement_renewed: 'The Improvement Period goes on',
      ended_recovered: 'The Improvement Period is over',
      ended_too_few: 'The Improvement Period is over',
      ended_restored: 'The Improvement Period is over',
      inherited: 'This seat comes with its history',
    },
  },
  happened: ({ answered, total, rate, line, days }) =>
    `In ${days} days, ${answered} of your ${total} InMails were answered: ${rate}. The policy asks for ${line}.`,
  tooFew: ({ answered, total, minimum, days }) =>
    `Released: too few InMails to judge. In ${days} days you sent ${total}, fewer than ${minimum}; ${answered} of them were answered.`,
  restored: 'Your request for a review was upheld. The seat’s count starts anew.',
  inherited: (figures) =>
    figures === null
      ? 'The seat was transferred to you. It sent no InMails lately.'
      : `The seat was transferred to you. In the last ${figures.days} days, ${figures.answered} of its ${figures.total} InMails were answered: ${figures.rate}.`,
  goesWithSeat: 'Its InMails, their rate, its standing and a past warning stay with the seat.',
  warningStartsNow: ({ warningDays }) =>
    `A ${warningDays}-day warning period starts when you continue. Bulk InMail keeps working.`,
  warningRuns: (until, judged) =>
    `A warning period runs until ${until}${judged === null ? '' : ` and is judged ${judged}`}. Bulk InMail keeps working.`,
  warningEnd: {
    enforce: ({ line, minimum, improvementDays }) =>
      `If the rate is under ${line} on ${minimum} or more InMails at its end, bulk InMail pauses for ${improvementDays} days. One-to-one goes on.`,
    inform: ({ line, minimum, improvementDays }) =>
      `If the rate is under ${line} on ${minimum} or more InMails at its end, an Improvement Period of ${improvementDays} days begins. In this pilot bulk InMail keeps working.`,
  },
  pausedUntil: {
    enforce: (until) =>
      `Bulk InMail is paused until ${until}. One-to-one still works, and its replies count.`,
    inform: (until) =>
      `The Improvement Period runs until ${until}. In this pilot bulk InMail keeps working.`,
  },
  pausedEnd: {
    enforce: ({ line, minimum, improvementDays }) =>
      `Then it is judged again: at ${line} or more, or with fewer than ${minimum} InMails, bulk InMail is back; otherwise it pauses for ${improvementDays} more days.`,
    inform: ({ line, minimum, improvementDays }) =>
      `Then it is judged again: at ${line} or more, or with fewer than ${minimum} InMails, the period ends; otherwise it goes on for ${improvementDays} more days.`,
  },
  bulkIsBack: {
    enforce: 'Bulk InMail works again from now on.',
    inform: 'Your seat is in good standing again.',
  },
  nextCheck: (when) => `The next check is ${when}.`,
  ask: (name) =>
    `Questions? Your relationship manager can help${name === null ? '.' : `: ${name}.`}`,
  proceed: 'CONTINUE',
  notKept: 'That could not be kept. Please press CONTINUE again.',
};

export const de: NoticeWords = {
  titles: {
    enforce: {
      warning: 'Ihre Antwortrate braucht Aufmerksamkeit',
      improvement_started: 'Bulk-InMail ist pausiert',
      improvement_renewed: 'Bulk-InMail bleibt pausiert',
      ended_recovered: 'Bulk-InMail ist wieder da',
      ended_too_few: 'Bulk-InMail ist wieder da',
      ended_restored: 'Bulk-InMail ist wieder da',
      inherited: 'Dieser Seat bringt seine Geschichte mit',
    },
    inform: {
      warning: 'Ihre Antwortrate braucht Aufmerksamkeit',
      improvement_started: 'Eine Verbesserungsphase hat begonnen',
      improvement_renewed: 'Die Verbesserungsphase geht weiter',
      ended_recovered: 'Die Verbesserungsphase ist vorbei',
      ended_too_few: 'Die Verbesserungsphase ist vorbei',
      ended_restored: 'Die Verbesserungsphase ist vorbei',
      inherited: 'Dieser Seat bringt seine Geschichte mit',
    },
  },
  happened: ({ answered, total, rate, line, days }) =>
    `In ${days} Tagen wurden ${answered} Ihrer ${total} InMails beantwortet: ${rate}. Die Richtlinie verlangt ${line}.`,
  tooFew: ({ answered, total, minimum, days }) =>
    `Freigegeben: zu wenige InMails für ein Urteil. In ${days} Tagen haben Sie ${total} gesendet, weniger als ${minimum}; ${answered} davon wurden beantwortet.`,
  restored: 'Ihrer Bitte um Überprüfung wurde entsprochen. Der Seat wird neu gezählt.',
  inherited: (figures) =>
    figures === null
      ? 'Der Seat wurde Ihnen übertragen. Zuletzt gingen von ihm keine InMails aus.'
      : `Der Seat wurde Ihnen übertragen. In den letzten ${figures.days} Tagen wurden ${figures.answered} seiner ${figures.total} InMails beantwortet: ${figures.rate}.`,
  goesWithSeat: 'Seine InMails, ihre Rate, sein Stand und eine frühere Warnung bleiben beim Seat.',
  warningStartsNow: ({ warningDays }) =>
    `Wenn Sie fortfahren, beginnt eine Warnphase von ${warningDays} Tagen. Bulk-InMail geht weiter.`,
  warningRuns: (until, judged) =>
    `Eine Warnphase läuft bis ${until}${judged === null ? '' : `; geurteilt wird ${judged}`}. Bulk-InMail geht weiter.`,
  warningEnd: {
    enforce: ({ line, minimum, improvementDays }) =>
      `Liegt die Rate an ihrem Ende bei ${minimum} oder mehr InMails unter ${line}, pausiert Bulk-InMail für ${improvementDays} Tage. Einzelne InMails gehen weiter.`,
    inform: ({ line, minimum, improvementDays }) =>
      `Liegt die Rate an ihrem Ende bei ${minimum} oder mehr InMails unter ${line}, beginnt eine Verbesserungsphase von ${improvementDays} Tagen. In diesem Pilot geht Bulk-InMail weiter.`,
  },
  pausedUntil: {
    enforce: (until) =>
      `Bulk-InMail ist pausiert bis ${until}. Einzelne InMails gehen weiter, und ihre Antworten zählen.`,
    inform: (until) =>
      `Die Verbesserungsphase läuft bis ${until}. In diesem Pilot geht Bulk-InMail weiter.`,
  },
  pausedEnd: {
    enforce: ({ line, minimum, improvementDays }) =>
      `Dann wird neu geurteilt: ab ${line} oder bei weniger als ${minimum} InMails ist Bulk-InMail wieder da; sonst pausiert es weitere ${improvementDays} Tage.`,
    inform: ({ line, minimum, improvementDays }) =>
      `Dann wird neu geurteilt: ab ${line} oder bei weniger als ${minimum} InMails endet die Phase; sonst geht sie weitere ${improvementDays} Tage.`,
  },
  bulkIsBack: {
    enforce: 'Bulk-InMail geht ab jetzt wieder.',
    inform: 'Ihr Seat ist wieder in gutem Stand.',
  },
  nextCheck: (when) => `Die nächste Prüfung ist ${when}.`,
  ask: (name) =>
    `Fragen? Ihr Relationship Manager hilft Ihnen${name === null ? '.' : `: ${name}.`}`,
  proceed: 'WEITER',
  notKept: 'Das konnte nicht festgehalten werden. Bitte drücken Sie noch einmal auf WEITER.',
};
