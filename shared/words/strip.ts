import type { Catalogue } from '#shared/words/language.ts';
import type { Says, TemplatesOf } from '#shared/words/speak.ts';

/** What the strip in a composer says. */
export type StripWords = {
  label: string;
  toLine: Says<'replies', 'isOne'>;
  aboveLine: Says<'replies', 'isOne'>;
  onLine: string;
  notJudged: Says<'total' | 'minimum'>;
  /** The next check judges only what is sent from a day on that is still to come. */
  judgesFrom: Says<'check' | 'from'>;
  nextCheck: (when: string) => string;
  /** What a bulk send does to the rate, said after the rate that it leads to. */
  after: (count: string) => string;
  /** The same where the send takes the rate below the line. */
  afterBelow: Says<'count' | 'line'>;
  afterCount: Says<'count' | 'total' | 'minimum'>;
  /** The largest bulk send that stays at the line or above it before any reply comes. */
  safe: (count: string) => string;
  safeNone: string;
  why: string;
  /** Two sentences: the rule, and what counts. */
  rule: Says<'line' | 'minimum' | 'days'>;
  counts: string;
  readNotice: string;
  learnMore: string;
};

export const stripTemplates: Catalogue<TemplatesOf<StripWords>> = {
  en: {
    label: 'Your response rate',
    toLine: {
      by: 'isOne',
      yes: '{replies} more reply to the line',
      no: '{replies} more replies to the line',
    },
    aboveLine: {
      by: 'isOne',
      yes: '{replies} reply above the line',
      no: '{replies} replies above the line',
    },
    onLine: 'just on the line',
    notJudged: '{total} of {minimum}, not judged yet',
    judgesFrom: 'the check on {check} judges what is sent from {from} on',
    nextCheck: 'next check {}',
    after: 'with these {}, until replies come',
    afterBelow: 'with these {count}, below the {line} line, until replies come',
    afterCount: '{total} of {minimum} with these {count}',
    safe: 'safe now: up to {}',
    safeNone: 'no bulk send is safe just now',
    why: 'Why?',
    rule: 'The policy asks for a response rate of {line} on {minimum} or more InMails sent within {days} days.',
    counts:
      'Every InMail counts, bulk or one-to-one, paid or free; a reply and a “not interested” both count as answered.',
    readNotice: 'Read it now',
    learnMore: 'More about the rule',
  },
  de: {
    label: 'Ihre Antwortrate',
    toLine: {
      by: 'isOne',
      yes: '{replies} Antwort fehlt bis zur Linie',
      no: '{replies} Antworten fehlen bis zur Linie',
    },
    aboveLine: {
      by: 'isOne',
      yes: '{replies} Antwort über der Linie',
      no: '{replies} Antworten über der Linie',
    },
    onLine: 'genau auf der Linie',
    notJudged: '{total} von {minimum}, noch kein Urteil',
    judgesFrom: 'die Prüfung am {check} beurteilt, was ab dem {from} gesendet wird',
    nextCheck: 'nächste Prüfung {}',
    after: 'mit diesen {}, bis Antworten kommen',
    afterBelow: 'mit diesen {count}, unter der Linie von {line}, bis Antworten kommen',
    afterCount: '{total} von {minimum} mit diesen {count}',
    safe: 'jetzt unbedenklich: bis zu {}',
    safeNone: 'gerade ist kein Bulk-Versand unbedenklich',
    why: 'Warum?',
    rule: 'Die Richtlinie verlangt eine Antwortrate von {line} bei {minimum} oder mehr InMails innerhalb von {days} Tagen.',
    counts:
      'Jede InMail zählt, ob Bulk oder einzeln, bezahlt oder kostenlos; eine Antwort und ein „Kein Interesse“ zählen beide als beantwortet.',
    readNotice: 'Jetzt lesen',
    learnMore: 'Mehr zur Regel',
  },
  es: {
    label: 'Su tasa de respuesta',
    toLine: {
      by: 'isOne',
      yes: 'falta {replies} respuesta hasta la línea',
      no: 'faltan {replies} respuestas hasta la línea',
    },
    aboveLine: {
      by: 'isOne',
      yes: '{replies} respuesta sobre la línea',
      no: '{replies} respuestas sobre la línea',
    },
    onLine: 'justo en la línea',
    notJudged: '{total} de {minimum}, aún sin evaluar',
    judgesFrom: 'el control del {check} evalúa lo que se envíe desde el {from}',
    nextCheck: 'próximo control {}',
    after: 'con estos {}, hasta que lleguen respuestas',
    afterBelow: 'con estos {count}, bajo la línea del {line}, hasta que lleguen respuestas',
    afterCount: '{total} de {minimum} con estos {count}',
    safe: 'sin riesgo ahora: hasta {}',
    safeNone: 'ahora ningún envío masivo está exento de riesgo',
    why: '¿Por qué?',
    rule: 'La política pide una tasa de respuesta del {line} con {minimum} InMails o más enviados en {days} días.',
    counts:
      'Cuenta todo InMail, masivo o individual, de pago o gratuito; una respuesta y un «no me interesa» cuentan por igual.',
    readNotice: 'Leerlo ahora',
    learnMore: 'Más sobre la regla',
  },
  fr: {
    label: 'Votre taux de réponse',
    toLine: {
      by: 'isOne',
      yes: 'encore {replies} réponse jusqu’à la ligne',
      no: 'encore {replies} réponses jusqu’à la ligne',
    },
    aboveLine: {
      by: 'isOne',
      yes: '{replies} réponse au-dessus de la ligne',
      no: '{replies} réponses au-dessus de la ligne',
    },
    onLine: 'juste sur la ligne',
    notJudged: '{total} sur {minimum}, pas encore jugé',
    judgesFrom: 'le contrôle du {check} juge ce qui est envoyé à partir du {from}',
    nextCheck: 'prochain contrôle {}',
    after: 'avec ces {}, en attendant les réponses',
    afterBelow: 'avec ces {count}, sous la ligne de {line}, en attendant les réponses',
    afterCount: '{total} sur {minimum} avec ces {count}',
    safe: 'sans risque pour l’instant : jusqu’à {}',
    safeNone: 'aucun envoi groupé n’est sans risque pour l’instant',
    why: 'Pourquoi ?',
    rule: 'La politique demande un taux de réponse de {line} sur {minimum} InMails ou plus envoyés en {days} jours.',
    counts:
      'Chaque InMail compte, groupé ou individuel, payant ou gratuit ; une réponse et un « pas intéressé » comptent tous deux.',
    readNotice: 'Le lire maintenant',
    learnMore: 'En savoir plus sur la règle',
  },
};
