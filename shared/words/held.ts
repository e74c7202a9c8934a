import type { Catalogue } from '#shared/words/language.ts';

/** What is said of a bulk send that is held. */
export type HeldWords = {
  /** Why, until when, and what is still possible. */
  paused: (until: string) => string;
  /** After a press that was held. */
  notSent: (until: string) => string;
};

export const heldWords: Catalogue<HeldWords> = {
  en: {
    paused: (until) => `Bulk InMail is paused until ${until}. One-to-one still works.`,
    notSent: (until) => `Not sent: bulk InMail is paused until ${until}. One-to-one still works.`,
  },
  de: {
    paused: (until) => `Bulk-InMail ist pausiert bis ${until}. Einzelne InMails gehen weiter.`,
    notSent: (until) =>
      `Nicht gesendet: Bulk-InMail ist pausiert bis ${until}. Einzelne InMails gehen weiter.`,
  },
  es: {
    paused: (until) =>
      `El envío masivo está en pausa hasta ${until}. El envío individual sigue activo.`,
    notSent: (until) =>
      `No enviado: el envío masivo está en pausa hasta ${until}. El envío individual sigue activo.`,
  },
  fr: {
    paused: (until) =>
      `L’envoi groupé est en pause jusqu’au ${until}. L’envoi individuel reste actif.`,
    notSent: (until) =>
      `Non envoyé : l’envoi groupé est en pause jusqu’au ${until}. L’envoi individuel reste actif.`,
  },
};
