import type { PlainPolicyWords } from '#shared/words/plain-policy-words.ts';

export const de: PlainPolicyWords = {
  title: 'Die InMail-Richtlinie in einfachen Worten',
  intro: ({ line, minimum, days }) =>
    `Kurz gesagt: Ein Recruiter-Seat, der in ${days} Tagen ${minimum} oder mehr InMails sendet, hält eine Antwortrate von mindestens ${line}. Tut er das nicht, wird zuerst gewarnt; bleibt es dabei, pausiert Bulk-InMail eine Zeit lang. Einzelne InMails gehen immer.`,
  stricter:
    'Ihr Unternehmen kann für seinen Vertrag strengere Werte festgelegt haben. Ihre Karte und jeder Hinweis zeigen die, die für Sie gelten.',
  questions: 'Fragen',
  answers: {
    'what-is-it': {
      ask: 'Was ist die InMail-Richtlinie?',
      answer: ({ line }) => [
        `InMail wirkt, solange sie willkommen ist. Darum verlangt die Richtlinie zweierlei: Schreiben Sie Menschen, die die Nachricht wirklich betrifft, und halten Sie Ihre Antwortrate bei ${line} oder darüber.`,
        'Nicht erwünscht sind Massennachrichten, die niemanden im Besonderen meinen, Werbekampagnen und Einladungen zu Veranstaltungen.',
      ],
    },
    'the-rule': {
      ask: 'Wie lautet die Regel genau?',
      answer: ({ line, minimum, days, enough, oneTooFew }) => [
        `Von ${minimum} oder mehr InMails, die innerhalb von ${days} Tagen gesendet wurden, sind mindestens ${line} beantwortet. Genau ${line} genügt: ${enough} Antworten auf ${minimum} InMails reichen, ${oneTooFew} sind zu wenig.`,
        `Bei weniger als ${minimum} InMails in diesen Tagen wird nicht geurteilt, so niedrig die Rate auch ist.`,
      ],
    },
    'how-it-starts': {
      ask: 'Wie wird sie umgesetzt?',
      answer: ({ checkEveryDays, checkTime }) => [
        `Jeder Seat wird ${checkEveryDays === null ? 'einmal am Tag' : `alle ${checkEveryDays} Tage`} um ${checkTime} UTC geprüft. Was eine Prüfung ergibt, steht in Recruiter, und nichts pausiert ohne Warnung vorher.`,
        'Ihr Unternehmen kann es als Pilot führen: erst wird nur gezählt, dann auch gezeigt, und erst danach pausiert Bulk-InMail.',
      ],
    },
    'what-is-a-response': {
      ask: 'Was gilt als Antwort?',
      answer: () => [
        'Eine Antwort, eine angenommene Einladung und „Kein Interesse“, aus welchem Grund auch immer. Alle drei zählen für die Antwortrate gleich: Auch ein klares Nein ist eine Antwort.',
      ],
    },
    'how-the-rate-is-counted': {
      ask: 'Wie wird die Rate gezählt?',
      answer: ({ days }) => [
        `Angenommene und abgelehnte InMails zusammen, geteilt durch alle InMails, die in den ${days} Tagen gesendet wurden. Noch unbeantwortete warten und zählen unter allen mit. Die Annahmerate nimmt nur die angenommenen.`,
        'Jede InMail zählt: Bulk und einzeln, bezahlt und kostenlos, auch an Kontakte und offene Profile. Nachrichten an E-Mail-Adressen zählen nicht.',
        'Eine Antwort gehört zu dem Tag, an dem ihre InMail gesendet wurde. Die Rate wird stets abgerundet gezeigt, mit ihren Zahlen daneben.',
      ],
    },
    'bulk-answers-count': {
      ask: 'Zählen Antworten auf Bulk-InMails?',
      answer: () => ['Ja. Bulk-InMails und einzelne, und die Antworten darauf, zählen gleich.'],
    },
    'where-is-my-rate': {
      ask: 'Wo finde ich meine aktuelle Rate?',
      answer: () => [
        'In der Anzeige in der Navigation von Recruiter, auf jeder Seite; beim Schreiben im Nachrichtenfenster; und auf der Berichtsseite im Verlauf. Überall steht, von wann sie ist.',
        'Der Bericht von LinkedIn kann abweichen: Er ist bis zu 48 Stunden alt, zählt Antworten innerhalb von 30 Tagen nach dem Senden und mittelt Raten.',
      ],
    },
    'first-time-below': {
      ask: 'Was geschieht, wenn meine Rate zum ersten Mal darunter liegt?',
      answer: ({ startsAtContinue, warningDays, graceDays }) => [
        `Ein Pflichthinweis in Recruiter sagt es, mit dem, was gezählt wurde, und mit Tipps. ${
          startsAtContinue
            ? `Wenn Sie auf WEITER drücken, beginnt eine Warnphase von ${warningDays} Tagen.`
            : `Mit der Prüfung beginnt eine Warnphase von ${warningDays} Tagen.`
        } Bulk-InMail geht weiter.`,
        graceDays === null
          ? 'An ihrem Ende wird neu geurteilt.'
          : `Über die Rate dieser Phase wird ${graceDays} Tage nach ihrem Ende geurteilt, damit späte Antworten zählen.`,
      ],
    },
    'again-below': {
      ask: 'Und wenn sie wieder darunter liegt?',
      answer: ({ warnsOnce, improvementDays }) => [
        `Liegt die Rate beim Urteil über die Warnphase noch darunter, beginnt eine Verbesserungsphase von ${improvementDays} Tagen: Bulk-InMail pausiert, und ein Pflichthinweis sagt es. Sie beginnt mit der Prüfung, gelesen oder nicht.`,
        warnsOnce
          ? 'Ein Seat wird einmal gewarnt. Fällt er später wieder darunter, folgt die Verbesserungsphase sofort.'
          : 'Ist ein Seat wieder in gutem Stand und fällt später darunter, wird er zuerst noch einmal gewarnt.',
      ],
    },
    'what-happens-below': {
      ask: 'Wozu führt es, unter der Linie zu bleiben?',
      answer: ({ line, improvementDays, minimum }) => [
        `Bulk-InMail ist ${improvementDays} Tage aus: in Suchergebnissen, Projekten, der Zwischenablage, bei ähnlichen Profilen und überall sonst. Dann wird neu geurteilt.`,
        `Ab ${line} ist Bulk-InMail wieder da. Sonst pausiert es weitere ${improvementDays} Tage. Bei weniger als ${minimum} InMails ist es zu wenig für ein Urteil, und der Seat wird freigegeben.`,
      ],
    },
    'where-messages-appear': {
      ask: 'Wo sehe ich die Warnung?',
      answer: () => [
        'Auf der Startseite von Recruiter und über jedem Bulk-Nachrichtenfenster, als Pflichthinweis, der bleibt, bis Sie auf WEITER drücken; in einem einzelnen Nachrichtenfenster als Streifen, der nichts verdeckt; und auf der Berichtsseite.',
      ],
    },
    'one-to-one-while-paused': {
      ask: 'Kann ich in der Verbesserungsphase InMails senden?',
      answer: () => [
        'Ja, einzeln, so viele Sie möchten. Sie zählen, und ihre Antworten heben die Rate. Nur Bulk-InMail pausiert.',
      ],
    },
    'end-of-the-period': {
      ask: 'Erfahre ich, wenn die Verbesserungsphase vorbei ist?',
      answer: () => [
        'Ja, durch einen Pflichthinweis wie an ihrem Anfang. Er sagt, ob sich die Rate erholt hat oder ob es zu wenige InMails für ein Urteil waren.',
      ],
    },
    'transferred-seats': {
      ask: 'Beginnt ein übertragener Seat von vorn?',
      answer: () => [
        'Nein. Die InMails, ihre Rate, eine laufende Phase und eine frühere Warnung gehören zum Seat und gehen mit ihm. Wer ihn übernimmt, erfährt, was er mitbringt, und eine Teamleitung sieht es vor der Übertragung.',
      ],
    },
    'why-one-line-for-all': {
      ask: 'In meinem Feld wird selten geantwortet. Wird das berücksichtigt?',
      answer: ({ line }) => [
        `Die Linie ist für jede Branche, Region und Kundengruppe dieselbe. Selbst die Gruppen mit den wenigsten Antworten lagen bei 16 bis 19 %, sodass ${line} Raum lässt.`,
        'Bei kleinen Zahlen wiegt der Zufall schwer. Darum wird erst bei genügend InMails geurteilt, und darum kommt zuerst eine Warnung.',
      ],
    },
    'why-bulk-at-all': {
      ask: 'Wenn Bulk-InMail die Ursache ist, warum wird sie nicht für alle abgeschaltet?',
      answer: () => [
        'Die meisten nutzen sie gut, und sie spart ihnen Stunden. Wahlloses Senden kam von weniger als 2 % der Nutzer; um diese Sendungen geht es, nicht um Bulk-InMail selbst.',
      ],
    },
    'bought-packages': {
      ask: 'Ich habe zusätzliche InMails gekauft. Gilt die Richtlinie für mich?',
      answer: () => [
        'Ja. Pakete ändern, wie viele InMails Sie senden können, und nichts an der Rate. Außerhalb einer Verbesserungsphase können Sie jederzeit Bulk-InMails senden.',
      ],
    },
    'who-to-ask': {
      ask: 'Ich halte meine Rate für falsch. Wen frage ich?',
      answer: () => [
        'Bitten Sie im Hinweis oder auf Ihrer Karte um eine Überprüfung. Sie enthält die Zahlen und die gezählten InMails. Eine Teamleitung entscheidet; wird der Bitte entsprochen, beginnt der Seat neu.',
        'Für alles andere ist Ihr Relationship Manager da, der in jedem Hinweis genannt ist.',
      ],
    },
    'what-helps': {
      ask: 'Was hebt eine Antwortrate?',
      answer: () => [
        'Kurze Nachrichten, an eine Person geschrieben, an Menschen, die es vermutlich interessiert. Jeder Tipp, den Sie hier sehen, kommt mit seinem Beleg.',
        'Eine Folgenachricht an jemanden, dem Sie schon geschrieben haben, ist keine neue InMail. Auch ein „Kein Interesse“ hilft der Rate.',
      ],
    },
    training: {
      ask: 'Gibt es Schulungen?',
      answer: () => [
        'Die Hilfe- und Lernseiten von LinkedIn haben Material zu InMail und ihrem Bericht. Ihr Unternehmen kann eigene Links ergänzen; sie stehen in jedem Hinweis.',
      ],
    },
    'leaving-the-contract': {
      ask: 'Was, wenn wir damit nicht arbeiten können?',
      answer: () => [
        'Bitte sprechen Sie mit Ihrem Relationship Manager. Er kann auch sagen, was ein Ende des Vertrags bedeuten würde.',
      ],
    },
  },
};
