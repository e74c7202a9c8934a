import type { PlainPolicyWords } from '#shared/words/plain-policy-words.ts';

export const es: PlainPolicyWords = {
  title: 'La política de InMail en palabras sencillas',
  intro: ({ line, minimum, days }) =>
    `En resumen: una licencia de Recruiter que envía ${minimum} InMails o más en ${days} días mantiene una tasa de respuesta de al menos el ${line}. Si no, primero recibe un aviso; si sigue así, el envío masivo se pausa un tiempo. El envío individual funciona siempre.`,
  stricter:
    'Su empresa puede haber fijado cifras más estrictas para su contrato. Su tarjeta y cada aviso muestran las que se le aplican.',
  questions: 'Preguntas',
  answers: {
    'what-is-it': {
      ask: '¿Qué es la política de InMail?',
      answer: ({ line }) => [
        `InMail funciona mientras sea bien recibido. Por eso la política pide dos cosas: escribir a personas a quienes el mensaje de verdad concierne y mantener la tasa de respuesta en el ${line} o más.`,
        'No se desean los mensajes masivos que no se dirigen a nadie en particular, las campañas de marketing ni las invitaciones a eventos.',
      ],
    },
    'the-rule': {
      ask: '¿Cuál es exactamente la regla?',
      answer: ({ line, minimum, days, enough, oneTooFew }) => [
        `De ${minimum} InMails o más enviados en ${days} días, al menos el ${line} tiene respuesta. Exactamente el ${line} basta: ${enough} respuestas a ${minimum} InMails son suficientes, ${oneTooFew} son pocas.`,
        `Con menos de ${minimum} InMails en esos días no se evalúa nada, por baja que sea la tasa.`,
      ],
    },
    'how-it-starts': {
      ask: '¿Cómo se aplica?',
      answer: ({ checkEveryDays, checkTime }) => [
        `Cada licencia se revisa ${checkEveryDays === null ? 'una vez al día' : `cada ${checkEveryDays} días`}, a las ${checkTime} UTC. Lo que resulta se dice en Recruiter, y nada se pausa sin un aviso previo.`,
        'Su empresa puede llevarla como piloto: primero solo se cuenta, luego también se informa, y solo después se pausa el envío masivo.',
      ],
    },
    'what-is-a-response': {
      ask: '¿Qué cuenta como respuesta?',
      answer: () => [
        'Una contestación, una invitación aceptada y un «no me interesa», sea cual sea el motivo. Las tres cuentan igual para la tasa: un no claro es una respuesta.',
      ],
    },
    'how-the-rate-is-counted': {
      ask: '¿Cómo se cuenta la tasa?',
      answer: ({ days }) => [
        `Los InMails aceptados y rechazados, juntos, divididos por todos los enviados en los ${days} días. Los que aún no tienen respuesta esperan y cuentan entre todos. La tasa de aceptación toma solo los aceptados.`,
        'Cuenta todo InMail: masivo e individual, de pago y gratuito, también a contactos y a perfiles abiertos. Los mensajes a direcciones de correo no cuentan.',
        'Una respuesta pertenece al día en que se envió su InMail. La tasa se muestra siempre redondeada hacia abajo, con sus cifras al lado.',
      ],
    },
    'bulk-answers-count': {
      ask: '¿Cuentan las respuestas a InMails masivos?',
      answer: () => [
        'Sí. Los InMails masivos y los individuales, y sus respuestas, cuentan por igual.',
      ],
    },
    'where-is-my-rate': {
      ask: '¿Dónde veo mi tasa actual?',
      answer: () => [
        'En el indicador de la navegación de Recruiter, en cada página; al escribir, en la ventana del mensaje; y en la página de informes, a lo largo del tiempo. Siempre dice de cuándo es.',
        'El informe de LinkedIn puede diferir: tiene hasta 48 horas de retraso, cuenta las respuestas en los 30 días tras el envío y promedia tasas.',
      ],
    },
    'first-time-below': {
      ask: '¿Qué pasa la primera vez que mi tasa queda por debajo?',
      answer: ({ startsAtContinue, warningDays, graceDays }) => [
        `Un aviso de lectura obligatoria en Recruiter lo dice, con lo que se contó y con consejos. ${
          startsAtContinue
            ? `Cuando pulse CONTINUAR empieza un periodo de aviso de ${warningDays} días.`
            : `Con el control empieza un periodo de aviso de ${warningDays} días.`
        } El envío masivo sigue activo.`,
        graceDays === null
          ? 'Al final se evalúa de nuevo.'
          : `La tasa de ese periodo se evalúa ${graceDays} días después de su fin, para que cuenten las respuestas tardías.`,
      ],
    },
    'again-below': {
      ask: '¿Y si queda por debajo otra vez?',
      answer: ({ warnsOnce, improvementDays }) => [
        `Si al evaluar el periodo de aviso la tasa sigue por debajo, empieza un periodo de mejora de ${improvementDays} días: el envío masivo se pausa y un aviso de lectura obligatoria lo dice. Empieza con el control, se lea o no.`,
        warnsOnce
          ? 'Una licencia recibe un solo aviso. Si más adelante vuelve a quedar por debajo, el periodo de mejora llega enseguida.'
          : 'Si una licencia vuelve a estar en regla y más adelante queda por debajo, primero recibe otro aviso.',
      ],
    },
    'what-happens-below': {
      ask: '¿A qué lleva seguir por debajo de la línea?',
      answer: ({ line, improvementDays, minimum }) => [
        `El envío masivo se apaga ${improvementDays} días: en resultados de búsqueda, proyectos, el portapapeles, perfiles similares y cualquier otro lugar. Después se evalúa de nuevo.`,
        `Con el ${line} o más vuelve el envío masivo. Si no, se pausa ${improvementDays} días más. Con menos de ${minimum} InMails es poco para evaluar, y la licencia queda liberada.`,
      ],
    },
    'where-messages-appear': {
      ask: '¿Dónde veo el aviso?',
      answer: () => [
        'En la página de inicio de Recruiter y sobre cualquier ventana de envío masivo, como lectura obligatoria que sigue ahí hasta pulsar CONTINUAR; en una ventana individual, como una franja que no tapa nada; y en la página de informes.',
      ],
    },
    'one-to-one-while-paused': {
      ask: '¿Puedo enviar InMails en el periodo de mejora?',
      answer: () => [
        'Sí, individuales, tantos como quiera. Cuentan, y sus respuestas son lo que sube la tasa. Solo se pausa el envío masivo.',
      ],
    },
    'end-of-the-period': {
      ask: '¿Se me avisa cuando termina el periodo de mejora?',
      answer: () => [
        'Sí, con una lectura obligatoria como al principio. Dice si la tasa se recuperó o si hubo muy pocos InMails para evaluar.',
      ],
    },
    'transferred-seats': {
      ask: '¿Una licencia transferida empieza de cero?',
      answer: () => [
        'No. Los InMails, su tasa, un periodo en curso y un aviso anterior pertenecen a la licencia y van con ella. A quien la recibe se le dice lo que trae, y un responsable lo ve antes de transferirla.',
      ],
    },
    'why-one-line-for-all': {
      ask: 'En mi sector se responde poco. ¿Se tiene en cuenta?',
      answer: ({ line }) => [
        `La línea es la misma para todo sector, región y tipo de cliente. Incluso los grupos con menos respuestas estaban entre el 16 y el 19 %, así que el ${line} deja margen.`,
        'Con cifras pequeñas el azar pesa mucho. Por eso no se evalúa hasta que hay suficientes InMails, y por eso primero hay un aviso.',
      ],
    },
    'why-bulk-at-all': {
      ask: 'Si la causa es el envío masivo, ¿por qué no se apaga para todos?',
      answer: () => [
        'La mayoría lo usa bien y le ahorra horas. El envío sin criterio venía de menos del 2 % de los usuarios; la política trata de esos envíos, no del envío masivo en sí.',
      ],
    },
    'bought-packages': {
      ask: 'Compré InMails adicionales. ¿Se me aplica la política?',
      answer: () => [
        'Sí. Los paquetes cambian cuántos InMails puede enviar, y nada de la tasa. Fuera de un periodo de mejora puede hacer envíos masivos cuando quiera.',
      ],
    },
    'who-to-ask': {
      ask: 'Creo que mi tasa es errónea. ¿A quién pregunto?',
      answer: () => [
        'Pida una revisión desde el aviso o desde su tarjeta. Lleva las cifras y los InMails contados. Un responsable decide; si se acepta, la licencia empieza de nuevo.',
        'Para todo lo demás está su gestor de cuenta, cuyo nombre figura en cada aviso.',
      ],
    },
    'what-helps': {
      ask: '¿Qué sube una tasa de respuesta?',
      answer: () => [
        'Mensajes cortos, escritos a una persona, a quienes probablemente les interese. Cada consejo que ve aquí viene con su prueba.',
        'Un seguimiento a alguien a quien ya escribió no es un InMail nuevo. Un «no me interesa» también ayuda a la tasa.',
      ],
    },
    training: {
      ask: '¿Hay formación?',
      answer: () => [
        'Las páginas de ayuda y formación de LinkedIn tienen material sobre InMail y su informe. Su empresa puede añadir enlaces propios; aparecen en cada aviso.',
      ],
    },
    'leaving-the-contract': {
      ask: '¿Y si no podemos trabajar así?',
      answer: () => [
        'Hable con su gestor de cuenta. También puede decirle qué supondría terminar el contrato.',
      ],
    },
  },
};
