import type { Catalogue } from '#shared/words/language.ts';
import type { TemplatesOf } from '#shared/words/speak.ts';

/** What is said of a bulk send that is held. */
export type HeldWords = {
  /** Why, until when, and what is still possible. */
  paused: (until: string) => string;
  /** After a press that was held. */
  notSent: (until: string) => string;
};

export const heldTemplates: Catalogue<TemplatesOf<HeldWords>> = {
  en: {
    paused: 'Bulk InMail is paused until {}. One-to-one still works.',
    notSent: 'Not sent: bulk InMail is paused until {}. One-to-one still works.',
  },
  de: {
    paused: 'Bulk-InMail ist pausiert bis {}. Einzelne InMails gehen weiter.',
    notSent: 'Nicht gesendet: Bulk-InMail ist pausiert bis {}. Einzelne InMails gehen weiter.',
  },
  es: {
    paused: 'El envío masivo está en pausa hasta el {}. El envío individual sigue activo.',
    notSent:
      'No enviado: el envío masivo está en pausa hasta el {}. El envío individual sigue activo.',
  },
  fr: {
    paused: 'L’envoi groupé est en pause jusqu’au {}. L’envoi individuel reste actif.',
    notSent:
      'Non envoyé : l’envoi groupé est en pause jusqu’au {}. L’envoi individuel reste actif.',
  },
};
