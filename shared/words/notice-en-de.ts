import type { NoticeWords } from '#shared/words/notice-words.ts';
import type { TemplatesOf } from '#shared/words/speak.ts';

type Templates = TemplatesOf<NoticeWords>;

export const en: Templates = {
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
  happened:
    'In {days} days, {answered} of your {total} InMails were answered: {rate} as of {asOf}. The policy asks for {line}.',
  tooFew:
    'Released: too few InMails to judge. In {days} days you sent {total}, fewer than {minimum}; {answered} of them were answered, as of {asOf}.',
  restored: 'Your request for a review was upheld. The seat’s count starts anew.',
  inherited: {
    by: '',
    yes: 'The seat was transferred to you. In the last {days} days, {answered} of its {total} InMails were answered: {rate}.',
    no: 'The seat was transferred to you. It sent no InMails lately.',
  },
  goesWithSeat: 'Its InMails, their rate, its standing and a past warning stay with the seat.',
  warningStartsNow:
    'A {warningDays}-day warning period starts when you continue. Bulk InMail keeps working.',
  warningRuns: {
    by: 'judged',
    yes: 'A warning period runs until {until} and is judged {judged}. Bulk InMail keeps working.',
    no: 'A warning period runs until {until}. Bulk InMail keeps working.',
  },
  warningEnd: {
    enforce:
      'If the rate is under {line} on {minimum} or more InMails at its end, bulk InMail pauses for {improvementDays} days. One-to-one goes on.',
    inform:
      'If the rate is under {line} on {minimum} or more InMails at its end, an Improvement Period of {improvementDays} days begins. In this pilot bulk InMail keeps working.',
  },
  pausedUntil: {
    enforce: 'Bulk InMail is paused until {}. One-to-one still works, and its replies count.',
    inform: 'The Improvement Period runs until {}. In this pilot bulk InMail keeps working.',
  },
  pausedEnd: {
    enforce:
      'Then it is judged again: at {line} or more, or with fewer than {minimum} InMails, bulk InMail is back; otherwise it pauses for {improvementDays} more days.',
    inform:
      'Then it is judged again: at {line} or more, or with fewer than {minimum} InMails, the period ends; otherwise it goes on for {improvementDays} more days.',
  },
  bulkIsBack: {
    enforce: 'Bulk InMail works again from now on.',
    inform: 'Your seat is in good standing again.',
  },
  nextCheck: 'The next check is {}.',
  learnMore: 'The policy in plain words',
  review: 'Ask for a review',
  ask: {
    by: '',
    yes: 'Questions? Your relationship manager can help: {}.',
    no: 'Questions? Your relationship manager can help.',
  },
  proceed: 'CONTINUE',
  notKept: 'That could not be kept. Please press CONTINUE again.',
};

export const de: Templates = {
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
  happened:
    'In {days} Tagen wurden {answered} Ihrer {total} InMails beantwortet: {rate}, Stand {asOf}. Die Richtlinie verlangt {line}.',
  tooFew:
    'Freigegeben: zu wenige InMails für ein Urteil. In {days} Tagen haben Sie {total} gesendet, weniger als {minimum}; {answered} davon wurden beantwortet, Stand {asOf}.',
  restored: 'Ihrer Bitte um Überprüfung wurde entsprochen. Der Seat wird neu gezählt.',
  inherited: {
    by: '',
    yes: 'Der Seat wurde Ihnen übertragen. In den letzten {days} Tagen wurden {answered} seiner {total} InMails beantwortet: {rate}.',
    no: 'Der Seat wurde Ihnen übertragen. Zuletzt gingen von ihm keine InMails aus.',
  },
  goesWithSeat: 'Seine InMails, ihre Rate, sein Stand und eine frühere Warnung bleiben beim Seat.',
  warningStartsNow:
    'Wenn Sie fortfahren, beginnt eine Warnphase von {warningDays} Tagen. Bulk-InMail geht weiter.',
  warningRuns: {
    by: 'judged',
    yes: 'Eine Warnphase läuft bis {until}; geurteilt wird {judged}. Bulk-InMail geht weiter.',
    no: 'Eine Warnphase läuft bis {until}. Bulk-InMail geht weiter.',
  },
  warningEnd: {
    enforce:
      'Liegt die Rate an ihrem Ende bei {minimum} oder mehr InMails unter {line}, pausiert Bulk-InMail für {improvementDays} Tage. Einzelne InMails gehen weiter.',
    inform:
      'Liegt die Rate an ihrem Ende bei {minimum} oder mehr InMails unter {line}, beginnt eine Verbesserungsphase von {improvementDays} Tagen. In diesem Pilot geht Bulk-InMail weiter.',
  },
  pausedUntil: {
    enforce:
      'Bulk-InMail ist pausiert bis {}. Einzelne InMails gehen weiter, und ihre Antworten zählen.',
    inform: 'Die Verbesserungsphase läuft bis {}. In diesem Pilot geht Bulk-InMail weiter.',
  },
  pausedEnd: {
    enforce:
      'Dann wird neu geurteilt: ab {line} oder bei weniger als {minimum} InMails ist Bulk-InMail wieder da; sonst pausiert es weitere {improvementDays} Tage.',
    inform:
      'Dann wird neu geurteilt: ab {line} oder bei weniger als {minimum} InMails endet die Phase; sonst geht sie weitere {improvementDays} Tage.',
  },
  bulkIsBack: {
    enforce: 'Bulk-InMail geht ab jetzt wieder.',
    inform: 'Ihr Seat ist wieder in gutem Stand.',
  },
  nextCheck: 'Die nächste Prüfung ist {}.',
  learnMore: 'Die Richtlinie in einfachen Worten',
  review: 'Um Überprüfung bitten',
  ask: {
    by: '',
    yes: 'Fragen? Ihr Relationship Manager hilft Ihnen: {}.',
    no: 'Fragen? Ihr Relationship Manager hilft Ihnen.',
  },
  proceed: 'WEITER',
  notKept: 'Das konnte nicht festgehalten werden. Bitte drücken Sie noch einmal auf WEITER.',
};
