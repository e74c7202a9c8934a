import type { Catalogue } from '#shared/words/language.ts';
import type { Says, TemplatesOf } from '#shared/words/speak.ts';

/** What a bulk composer is told of those that it writes to. */
export type LatelyWords = {
  /** Of some of them nothing may be known: it is a number that they are at the least. */
  messaged: Says<'count' | 'recipients' | 'days', 'isOne'>;
};

export const latelyTemplates: Catalogue<TemplatesOf<LatelyWords>> = {
  en: {
    messaged: {
      by: 'isOne',
      yes: 'At least {count} of these {recipients} had an InMail from your contract in the last {days} days.',
      no: 'At least {count} of these {recipients} had an InMail from your contract in the last {days} days.',
    },
  },
  de: {
    messaged: {
      by: 'isOne',
      yes: 'Mindestens {count} von diesen {recipients} hat in den letzten {days} Tagen eine InMail aus Ihrem Vertrag erhalten.',
      no: 'Mindestens {count} von diesen {recipients} haben in den letzten {days} Tagen eine InMail aus Ihrem Vertrag erhalten.',
    },
  },
  es: {
    messaged: {
      by: 'isOne',
      yes: 'Al menos {count} de estos {recipients} recibió un InMail de su contrato en los últimos {days} días.',
      no: 'Al menos {count} de estos {recipients} recibieron un InMail de su contrato en los últimos {days} días.',
    },
  },
  fr: {
    messaged: {
      by: 'isOne',
      yes: 'Au moins {count} de ces {recipients} a reçu un InMail de votre contrat au cours des {days} derniers jours.',
      no: 'Au moins {count} de ces {recipients} ont reçu un InMail de votre contrat au cours des {days} derniers jours.',
    },
  },
};
