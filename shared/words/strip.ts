import type { Catalogue } from '#shared/words/language.ts';

/** What the strip in a composer says. */
export type StripWords = {
  label: string;
  toLine: (replies: string, isOne: boolean) => string;
  aboveLine: (replies: string, isOne: boolean) => string;
  onLine: string;
  notJudged: (total: string, minimum: string) => string;
  /** The next check judges only what is sent from a day on that is still to come. */
  judgesFrom: (check: string, from: string) => string;
  nextCheck: (when: string) => string;
  /** What a bulk send does to the rate, said after the rate that it leads to. */
  after: (count: string) => string;
  /** The same where the send takes the rate below the line. */
  afterBelow: (count: string, line: string) => string;
  afterCount: (count: string, total: string, minimum: string) => string;
  why: string;
  /** Two sentences: the rule, and what counts. */
  rule: (line: string, minimum: string, days: string) => string;
  counts: string;
  readNotice: string;
};

export const stripWords: Catalogue<StripWords> = {
  en: {
    label: 'Your response rate',
    toLine: (replies, isOne) => `${replies} more ${isOne ? 'reply' : 'replies'} to the line`,
    aboveLine: (replies, isOne) => `${replies} ${isOne ? 'reply' : 'replies'} above the line`,
    onLine: 'just on the line',
    notJudged: (total, minimum) => `${total} of ${minimum}, not judged yet`,
    judgesFrom: (check, from) => `the check on ${check} judges what is sent from ${from} on`,
    nextCheck: (when) => `next check ${when}`,
    after: (count) => `with these ${count}, until replies come`,
    afterBelow: (count, line) => `with these ${count}, below the ${line} line, until replies come`,
    afterCount: (count, total, minimum) => `${total} of ${minimum} with these ${count}`,
    why: 'Why?',
    rule: (line, minimum, days) =>
      `The policy asks for a response rate of ${line} on ${minimum} or more InMails sent within ${days} days.`,
    counts:
      'Every InMail counts, bulk or one-to-one, paid or free; a reply and a “not interested” both count as answered.',
    readNotice: 'Read it now',
  },
  de: {
    label: 'Ihre Antwortrate',
    toLine: (replies, isOne) =>
      `${replies} ${isOne ? 'Antwort fehlt' : 'Antworten fehlen'} bis zur Linie`,
    aboveLine: (replies, isOne) => `${replies} ${isOne ? 'Antwort' : 'Antworten'} über der Linie`,
    onLine: 'genau auf der Linie',
    notJudged: (total, minimum) => `${total} von ${minimum}, noch kein Urteil`,
    judgesFrom: (check, from) =>
      `die Prüfung am ${check} beurteilt, was ab dem ${from} gesendet wird`,
    nextCheck: (when) => `nächste Prüfung ${when}`,
    after: (count) => `mit diesen ${count}, bis Antworten kommen`,
    afterBelow: (count, line) =>
      `mit diesen ${count}, unter der Linie von ${line}, bis Antworten kommen`,
    afterCount: (count, total, minimum) => `${total} von ${minimum} mit diesen ${count}`,
    why: 'Warum?',
    rule: (line, minimum, days) =>
      `Die Richtlinie verlangt eine Antwortrate von ${line} bei ${minimum} oder mehr InMails innerhalb von ${days} Tagen.`,
    counts:
      'Jede InMail zählt, ob Bulk oder einzeln, bezahlt oder kostenlos; eine Antwort und ein „Kein Interesse“ zählen beide als beantwortet.',
    readNotice: 'Jetzt lesen',
  },
  es: {
    label: 'Su tasa de respuesta',
    toLine: (replies, isOne) =>
      `${isOne ? 'falta' : 'faltan'} ${replies} ${isOne ? 'respuesta' : 'respuestas'} hasta la línea`,
    aboveLine: (replies, isOne) =>
      `${replies} ${isOne ? 'respuesta' : 'respuestas'} sobre la línea`,
    onLine: 'justo en la línea',
    notJudged: (total, minimum) => `${total} de ${minimum}, aún sin evaluar`,
    judgesFrom: (check, from) => `la revisión del ${check} evalúa lo que se envíe desde el ${from}`,
    nextCheck: (when) => `próxima revisión ${when}`,
    after: (count) => `con estos ${count}, hasta que lleguen respuestas`,
    afterBelow: (count, line) =>
      `con estos ${count}, bajo la línea del ${line}, hasta que lleguen respuestas`,
    afterCount: (count, total, minimum) => `${total} de ${minimum} con estos ${count}`,
    why: '¿Por qué?',
    rule: (line, minimum, days) =>
      `La política pide una tasa de respuesta del ${line} con ${minimum} InMails o más enviados en ${days} días.`,
    counts:
      'Cuenta todo InMail, masivo o individual, de pago o gratuito; una respuesta y un «no me interesa» cuentan por igual.',
    readNotice: 'Leerlo ahora',
  },
  fr: {
    label: 'Votre taux de réponse',
    toLine: (replies, isOne) =>
      `encore ${replies} ${isOne ? 'réponse' : 'réponses'} jusqu’à la ligne`,
    aboveLine: (replies, isOne) =>
      `${replies} ${isOne ? 'réponse' : 'réponses'} au-dessus de la ligne`,
    onLine: 'juste sur la ligne',
    notJudged: (total, minimum) => `${total} sur ${minimum}, pas encore jugé`,
    judgesFrom: (check, from) =>
      `le contrôle du ${check} juge ce qui est envoyé à partir du ${from}`,
    nextCheck: (when) => `prochain contrôle ${when}`,
    after: (count) => `avec ces ${count}, en attendant les réponses`,
    afterBelow: (count, line) =>
      `avec ces ${count}, sous la ligne de ${line}, en attendant les réponses`,
    afterCount: (count, total, minimum) => `${total} sur ${minimum} avec ces ${count}`,
    why: 'Pourquoi ?',
    rule: (line, minimum, days) =>
      `La politique demande un taux de réponse de ${line} sur ${minimum} InMails ou plus envoyés en ${days} jours.`,
    counts:
      'Chaque InMail compte, groupé ou individuel, payant ou gratuit ; une réponse et un « pas intéressé » comptent tous deux.',
    readNotice: 'Le lire maintenant',
  },
};
