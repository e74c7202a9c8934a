import type { NoticeWords } from '#shared/words/notice-words.ts';
import type { TemplatesOf } from '#shared/words/speak.ts';

type Templates = TemplatesOf<NoticeWords>;

export const es: Templates = {
  titles: {
    enforce: {
      warning: 'Su tasa de respuesta necesita atención',
      improvement_started: 'El envío masivo está en pausa',
      improvement_renewed: 'El envío masivo sigue en pausa',
      ended_recovered: 'El envío masivo vuelve a estar activo',
      ended_too_few: 'El envío masivo vuelve a estar activo',
      ended_restored: 'El envío masivo vuelve a estar activo',
      inherited: 'Esta licencia trae su historial',
    },
    inform: {
      warning: 'Su tasa de respuesta necesita atención',
      improvement_started: 'Ha empezado un periodo de mejora',
      improvement_renewed: 'El periodo de mejora continúa',
      ended_recovered: 'El periodo de mejora ha terminado',
      ended_too_few: 'El periodo de mejora ha terminado',
      ended_restored: 'El periodo de mejora ha terminado',
      inherited: 'Esta licencia trae su historial',
    },
  },
  happened:
    'En {days} días, {answered} de sus {total} InMails tuvieron respuesta: {rate}, a fecha de {asOf}. La política pide el {line}.',
  tooFew:
    'Liberado: muy pocos InMails para evaluar. En {days} días envió {total}, menos de {minimum}; {answered} tuvieron respuesta, a fecha de {asOf}.',
  restored: 'Su solicitud de revisión fue aceptada. El recuento de la licencia empieza de nuevo.',
  inherited: {
    by: '',
    yes: 'La licencia se ha transferido a usted. En los últimos {days} días, {answered} de sus {total} InMails tuvieron respuesta: {rate}.',
    no: 'La licencia se ha transferido a usted. Últimamente no envió InMails.',
  },
  goesWithSeat: 'Sus InMails, la tasa, el estado y un aviso anterior siguen con la licencia.',
  warningStartsNow:
    'Cuando usted continúe empieza un periodo de aviso de {warningDays} días. El envío masivo sigue activo.',
  warningRuns: {
    by: 'judged',
    yes: 'Hay un periodo de aviso hasta el {until}; se evalúa {judged}. El envío masivo sigue activo.',
    no: 'Hay un periodo de aviso hasta el {until}. El envío masivo sigue activo.',
  },
  warningEnd: {
    enforce:
      'Si al final la tasa está por debajo del {line} con {minimum} InMails o más, el envío masivo se pausa {improvementDays} días. El envío individual continúa.',
    inform:
      'Si al final la tasa está por debajo del {line} con {minimum} InMails o más, empieza un periodo de mejora de {improvementDays} días. En este piloto el envío masivo sigue activo.',
  },
  pausedUntil: {
    enforce:
      'El envío masivo está en pausa hasta el {}. El envío individual sigue activo y sus respuestas cuentan.',
    inform: 'El periodo de mejora dura hasta el {}. En este piloto el envío masivo sigue activo.',
  },
  pausedEnd: {
    enforce:
      'Entonces se evalúa de nuevo: con el {line} o más, o con menos de {minimum} InMails, vuelve el envío masivo; si no, se pausa {improvementDays} días más.',
    inform:
      'Entonces se evalúa de nuevo: con el {line} o más, o con menos de {minimum} InMails, el periodo termina; si no, sigue {improvementDays} días más.',
  },
  bulkIsBack: {
    enforce: 'El envío masivo funciona de nuevo desde ahora.',
    inform: 'Su licencia vuelve a estar en regla.',
  },
  nextCheck: 'El próximo control es {}.',
  learnMore: 'La política en palabras sencillas',
  review: 'Pedir una revisión',
  ask: {
    by: '',
    yes: '¿Preguntas? Su gestor de cuenta puede ayudarle: {}.',
    no: '¿Preguntas? Su gestor de cuenta puede ayudarle.',
  },
  proceed: 'CONTINUAR',
  notKept: 'No se ha podido guardar. Pulse CONTINUAR otra vez.',
};

export const fr: Templates = {
  titles: {
    enforce: {
      warning: 'Votre taux de réponse demande votre attention',
      improvement_started: 'L’envoi groupé est en pause',
      improvement_renewed: 'L’envoi groupé reste en pause',
      ended_recovered: 'L’envoi groupé est de retour',
      ended_too_few: 'L’envoi groupé est de retour',
      ended_restored: 'L’envoi groupé est de retour',
      inherited: 'Cette licence vient avec son historique',
    },
    inform: {
      warning: 'Votre taux de réponse demande votre attention',
      improvement_started: 'Une période d’amélioration a commencé',
      improvement_renewed: 'La période d’amélioration continue',
      ended_recovered: 'La période d’amélioration est finie',
      ended_too_few: 'La période d’amélioration est finie',
      ended_restored: 'La période d’amélioration est finie',
      inherited: 'Cette licence vient avec son historique',
    },
  },
  happened:
    'En {days} jours, {answered} de vos {total} InMails ont reçu une réponse : {rate} au {asOf}. La politique demande {line}.',
  tooFew:
    'Libéré : trop peu d’InMails pour juger. En {days} jours, vous en avez envoyé {total}, moins de {minimum} ; {answered} ont reçu une réponse au {asOf}.',
  restored: 'Votre demande de réexamen a été acceptée. Le décompte de la licence recommence.',
  inherited: {
    by: '',
    yes: 'La licence vous a été transférée. Ces {days} derniers jours, {answered} de ses {total} InMails ont reçu une réponse : {rate}.',
    no: 'La licence vous a été transférée. Elle n’a pas envoyé d’InMail ces derniers temps.',
  },
  goesWithSeat:
    'Ses InMails, leur taux, son statut et un avertissement passé restent avec la licence.',
  warningStartsNow:
    'Une période d’avertissement de {warningDays} jours commence quand vous continuez. L’envoi groupé reste actif.',
  warningRuns: {
    by: 'judged',
    yes: 'Une période d’avertissement court jusqu’au {until} ; elle est jugée {judged}. L’envoi groupé reste actif.',
    no: 'Une période d’avertissement court jusqu’au {until}. L’envoi groupé reste actif.',
  },
  warningEnd: {
    enforce:
      'Si, à la fin, le taux est sous {line} sur {minimum} InMails ou plus, l’envoi groupé s’arrête {improvementDays} jours. L’envoi individuel continue.',
    inform:
      'Si, à la fin, le taux est sous {line} sur {minimum} InMails ou plus, une période d’amélioration de {improvementDays} jours commence. Dans ce pilote, l’envoi groupé reste actif.',
  },
  pausedUntil: {
    enforce:
      'L’envoi groupé est en pause jusqu’au {}. L’envoi individuel reste actif et ses réponses comptent.',
    inform:
      'La période d’amélioration court jusqu’au {}. Dans ce pilote, l’envoi groupé reste actif.',
  },
  pausedEnd: {
    enforce:
      'Puis le taux est jugé de nouveau : à {line} ou plus, ou avec moins de {minimum} InMails, l’envoi groupé revient ; sinon il s’arrête encore {improvementDays} jours.',
    inform:
      'Puis le taux est jugé de nouveau : à {line} ou plus, ou avec moins de {minimum} InMails, la période finit ; sinon elle dure encore {improvementDays} jours.',
  },
  bulkIsBack: {
    enforce: 'L’envoi groupé fonctionne de nouveau dès maintenant.',
    inform: 'Votre licence est de nouveau en règle.',
  },
  nextCheck: 'Le prochain contrôle est {}.',
  learnMore: 'La politique en mots simples',
  review: 'Demander un réexamen',
  ask: {
    by: '',
    yes: 'Des questions ? Votre chargé de relation peut vous aider : {}.',
    no: 'Des questions ? Votre chargé de relation peut vous aider.',
  },
  proceed: 'CONTINUER',
  notKept: 'Cela n’a pas pu être enregistré. Appuyez encore une fois sur CONTINUER.',
};
