import type { UsageCause } from '#shared/policy/usage-difference.ts';
import type { Catalogue } from '#shared/words/language.ts';

/** Why Recruiter's usage report and the ledger likely differ; it never changes a standing. */
export const usageCauseWords: Catalogue<Readonly<Record<UsageCause, string>>> = {
  en: {
    lag_48h: 'Recruiter’s reports lag by up to 48 hours, and the period had only just ended.',
    ledger_incomplete: 'The ledger has not seen all InMails that were sent.',
    ledger_lacks_answers: 'The ledger has not seen all responses.',
    attribution_30_days: 'Recruiter counts responses within 30 days of the InMail, the ledger all.',
    answers_by_reply_date:
      'The report counts responses on the day they came, the ledger with their InMail.',
    outcome_read_differently:
      'Both count as many responses; the ledger goes by the first one to each InMail.',
    report_excludes_or_other_seat:
      'The report leaves InMails out, or counts them for another seat.',
  },
  de: {
    lag_48h:
      'Die Berichte von Recruiter hinken bis zu 48 Stunden nach, und der Zeitraum war gerade erst zu Ende.',
    ledger_incomplete: 'Das Protokoll hat nicht alle gesendeten InMails gesehen.',
    ledger_lacks_answers: 'Das Protokoll hat nicht alle Antworten gesehen.',
    attribution_30_days:
      'Recruiter zählt Antworten innerhalb von 30 Tagen nach der InMail, das Protokoll alle.',
    answers_by_reply_date:
      'Der Bericht zählt Antworten am Tag ihres Eingangs, das Protokoll bei ihrer InMail.',
    outcome_read_differently:
      'Beide zählen gleich viele Antworten; das Protokoll richtet sich nach der ersten auf jede InMail.',
    report_excludes_or_other_seat:
      'Der Bericht lässt InMails aus oder zählt sie für einen anderen Platz.',
  },
  es: {
    lag_48h:
      'Los informes de Recruiter llevan hasta 48 horas de retraso y el período acababa de terminar.',
    ledger_incomplete: 'El registro no ha visto todos los InMails enviados.',
    ledger_lacks_answers: 'El registro no ha visto todas las respuestas.',
    attribution_30_days:
      'Recruiter cuenta las respuestas en los 30 días siguientes al InMail; el registro, todas.',
    answers_by_reply_date:
      'El informe cuenta las respuestas el día en que llegaron; el registro, con su InMail.',
    outcome_read_differently:
      'Ambos cuentan las mismas respuestas; el registro se guía por la primera a cada InMail.',
    report_excludes_or_other_seat: 'El informe omite InMails o los cuenta para otra licencia.',
  },
  fr: {
    lag_48h:
      'Les rapports de Recruiter ont jusqu’à 48 heures de retard, et la période venait de finir.',
    ledger_incomplete: 'Le registre n’a pas vu tous les InMails envoyés.',
    ledger_lacks_answers: 'Le registre n’a pas vu toutes les réponses.',
    attribution_30_days:
      'Recruiter compte les réponses dans les 30 jours suivant l’InMail, le registre toutes.',
    answers_by_reply_date:
      'Le rapport compte les réponses le jour de leur arrivée, le registre avec leur InMail.',
    outcome_read_differently:
      'Les deux comptent autant de réponses ; le registre retient la première à chaque InMail.',
    report_excludes_or_other_seat:
      'Le rapport omet des InMails ou les compte pour une autre licence.',
  },
};
