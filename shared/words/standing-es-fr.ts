import type { TemplatesOf } from '#shared/words/speak.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

type Templates = TemplatesOf<StandingWords>;

export const es: Templates = {
  product: 'Good Standing',
  onTrack: 'En buen camino',
  close: 'Cerca del límite',
  below: 'Bajo la línea',
  warned: 'Con aviso',
  noticeToRead: 'Aviso por leer',
  paused: 'Envío masivo en pausa',
  improvement: 'Periodo de mejora',
  noInMails: 'Aún no hay InMails',
  ofMinimum: '{total} de {minimum}',
  unknown: {
    not_connected: {
      word: 'Sin conexión con su cuenta',
      sentence:
        'Good Standing aún no está conectado. Conéctelo en las opciones, desde la barra de herramientas.',
    },
    not_connected_here: {
      word: 'No conectado aquí',
      sentence: 'Este contrato no es el que está conectado. Aquí no se cuenta ni se retiene nada.',
    },
    signed_out: {
      word: 'Sesión cerrada',
      sentence:
        'La conexión ha terminado. Conéctese de nuevo en las opciones, desde la barra de herramientas.',
    },
    offline: {
      word: 'Sin conexión',
      sentence: 'Las cifras no se pueden obtener ahora. Se vuelve a intentar por sí solo.',
    },
    no_reading: { word: 'Aún sin cifras', sentence: 'Las primeras cifras están en camino.' },
    check_due: {
      word: 'Control en curso',
      sentence:
        'El periodo ha terminado y se está revisando. Nada está en pausa hasta saber el resultado.',
    },
    reload: {
      word: 'Recargue la página',
      sentence:
        'La extensión se ha actualizado. Recargue la página; hasta entonces no se retiene nada.',
    },
  },
  chipTitle: '{word}: {rate}, {answered} de {total} InMails con respuesta',
  line: 'línea {}',
  answered: '{answered} con respuesta ({accepted} aceptados, {declined} rechazados)',
  waiting: '{} en espera',
  means: {
    onTrack: 'Su tasa de respuesta supera el {} que pide la política.',
    close: {
      by: 'isOne',
      yes: 'Cerca de la línea del {line}: {spare} respuesta de margen.',
      no: 'Cerca de la línea del {line}: {spare} respuestas de margen.',
    },
    below: 'Por debajo de la línea del {line}. Se decide en el próximo control: {when}.',
    warningDue:
      'Hay un aviso para usted en la página de inicio de Recruiter. El envío masivo sigue activo.',
    warned:
      'Periodo de aviso hasta el {until}. El envío masivo sigue activo; al final cuenta el {line} con {minimum} InMails o más.',
    paused:
      'El envío masivo está en pausa hasta el {}. El envío individual sigue activo y sus respuestas cuentan.',
    improvement: 'Periodo de mejora hasta el {}. En este piloto el envío masivo sigue activo.',
    collectingLow:
      'Con menos de {minimum} InMails no se evalúa. Por ahora la tasa está bajo la línea del {line}.',
    collecting: 'Aún sin evaluar: la política mira a partir de {} InMails.',
  },
  judgesFrom: 'El control del {check} evalúa lo que se envíe desde el {from}.',
  nextCheck: 'Próximo control',
  afterContinue: 'cuando usted continúe',
  inTime: 'en {}',
  asOf: 'datos de las {}',
  live: 'en directo',
  offlineFor: 'sin conexión, hace {}',
  carriedForward: 'con sus últimos envíos',
  signedOut: 'sesión cerrada',
  provisional: {
    by: 'isOne',
    yes: '{count} envío aún no confirmado',
    no: '{count} envíos aún no confirmados',
  },
  withoutThem: 'sin contarlos, {rate} ({answered} de {total})',
  ownEvidence: 'Contado en este navegador: envíos vistos desde {}',
  inboxRead: 'bandeja leída por última vez {}',
};

export const fr: Templates = {
  product: 'Good Standing',
  onTrack: 'Bonne voie',
  close: 'Proche de la ligne',
  below: 'Sous la ligne',
  warned: 'Averti',
  noticeToRead: 'Avis à lire',
  paused: 'Envoi groupé en pause',
  improvement: 'Période d’amélioration',
  noInMails: 'Pas encore d’InMail',
  ofMinimum: '{total} sur {minimum}',
  unknown: {
    not_connected: {
      word: 'Non connecté',
      sentence:
        'Good Standing n’est pas encore connecté. Connectez-le dans les options, depuis la barre d’outils.',
    },
    not_connected_here: {
      word: 'Non connecté ici',
      sentence: 'Ce contrat n’est pas celui qui est connecté. Rien n’est compté ni retenu ici.',
    },
    signed_out: {
      word: 'Déconnecté',
      sentence:
        'La connexion a pris fin. Reconnectez-vous dans les options, depuis la barre d’outils.',
    },
    offline: {
      word: 'Hors ligne',
      sentence:
        'Les chiffres ne sont pas accessibles pour le moment. Un nouvel essai se fait tout seul.',
    },
    no_reading: {
      word: 'Pas encore de chiffres',
      sentence: 'Les premiers chiffres sont en route.',
    },
    check_due: {
      word: 'Contrôle en cours',
      sentence: 'La période est finie et son contrôle est en cours. Rien n’est en pause d’ici là.',
    },
    reload: {
      word: 'Rechargez la page',
      sentence: 'L’extension a été mise à jour. Rechargez la page ; d’ici là, rien n’est retenu.',
    },
  },
  chipTitle: '{word} : {rate}, {answered} InMails sur {total} avec réponse',
  line: 'ligne {}',
  answered: '{answered} avec réponse ({accepted} acceptés, {declined} déclinés)',
  waiting: '{} en attente',
  means: {
    onTrack: 'Votre taux de réponse dépasse les {} que demande la politique.',
    close: {
      by: 'isOne',
      yes: 'Proche de la ligne de {line} : {spare} réponse de marge.',
      no: 'Proche de la ligne de {line} : {spare} réponses de marge.',
    },
    below: 'Sous la ligne de {line}. Le prochain contrôle en décide : {when}.',
    warningDue: 'Un avis vous attend sur l’accueil de Recruiter. L’envoi groupé reste actif.',
    warned:
      'Période d’avertissement jusqu’au {until}. L’envoi groupé reste actif ; à la fin, ce sont {line} sur {minimum} InMails ou plus qui comptent.',
    paused:
      'L’envoi groupé est en pause jusqu’au {}. L’envoi individuel reste actif et ses réponses comptent.',
    improvement: 'Période d’amélioration jusqu’au {}. Dans ce pilote, l’envoi groupé reste actif.',
    collectingLow:
      'En dessous de {minimum} InMails, rien n’est jugé. Pour l’instant, le taux est sous la ligne de {line}.',
    collecting: 'Pas encore jugé : la politique regarde à partir de {} InMails.',
  },
  judgesFrom: 'Le contrôle du {check} juge ce qui est envoyé à partir du {from}.',
  nextCheck: 'Prochain contrôle',
  afterContinue: 'après votre confirmation',
  inTime: 'dans {}',
  asOf: 'à {}',
  live: 'en direct',
  offlineFor: 'hors ligne, il y a {}',
  carriedForward: 'avec vos derniers envois',
  signedOut: 'déconnecté',
  provisional: {
    by: 'isOne',
    yes: '{count} envoi non encore confirmé',
    no: '{count} envois non encore confirmés',
  },
  withoutThem: 'sans les compter, {rate} ({answered} sur {total})',
  ownEvidence: 'Compté dans ce navigateur : envois vus depuis {}',
  inboxRead: 'boîte lue pour la dernière fois {}',
};
