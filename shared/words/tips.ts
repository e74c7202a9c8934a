import type { Catalogue } from '#shared/words/language.ts';

/** What helps, and how well that is known: effects are relative to the average, never points. */
export type Tip = { tip: string; evidence: string };
export type TipWords = { title: string; tips: readonly [Tip, Tip, Tip] };

export const tipWords: Catalogue<TipWords> = {
  en: {
    title: 'Three things that help',
    tips: [
      {
        tip: 'Keep it under 400 characters.',
        evidence:
          'Such InMails were answered 22 % more often than the average one, those over 1,200 characters 11 % less often (relative). LinkedIn data, May 2021 to April 2022.',
      },
      {
        tip: 'Write to one person at a time.',
        evidence:
          'InMails sent one by one were answered more often than those sent in bulk; no figure was published. LinkedIn data, 2021/22.',
      },
      {
        tip: 'Begin with Recommended Matches and people who are Open to Work.',
        evidence: 'Both answered more often; no figure was published. LinkedIn data, 2021/22.',
      },
    ],
  },
  de: {
    title: 'Drei Dinge, die helfen',
    tips: [
      {
        tip: 'Bleiben Sie unter 400 Zeichen.',
        evidence:
          'Solche InMails wurden 22 % öfter beantwortet als der Durchschnitt, solche über 1.200 Zeichen 11 % seltener (relativ). Daten von LinkedIn, Mai 2021 bis April 2022.',
      },
      {
        tip: 'Schreiben Sie einer Person nach der anderen.',
        evidence:
          'Einzeln gesendete InMails wurden öfter beantwortet als Bulk-InMails; eine Zahl wurde nicht veröffentlicht. Daten von LinkedIn, 2021/22.',
      },
      {
        tip: 'Beginnen Sie mit den empfohlenen Treffern und mit Personen, die offen für Jobs sind.',
        evidence:
          'Beide antworteten öfter; eine Zahl wurde nicht veröffentlicht. Daten von LinkedIn, 2021/22.',
      },
    ],
  },
  es: {
    title: 'Tres cosas que ayudan',
    tips: [
      {
        tip: 'Escriba menos de 400 caracteres.',
        evidence:
          'Esos InMails recibieron respuesta un 22 % más a menudo que la media; los de más de 1200 caracteres, un 11 % menos (en términos relativos). Datos de LinkedIn, mayo de 2021 a abril de 2022.',
      },
      {
        tip: 'Escriba a una persona cada vez.',
        evidence:
          'Los InMails individuales recibieron respuesta más a menudo que los masivos; no se publicó la cifra. Datos de LinkedIn, 2021/22.',
      },
      {
        tip: 'Empiece por las coincidencias recomendadas y por quienes buscan empleo.',
        evidence:
          'Ambos grupos respondieron más a menudo; no se publicó la cifra. Datos de LinkedIn, 2021/22.',
      },
    ],
  },
  fr: {
    title: 'Trois choses qui aident',
    tips: [
      {
        tip: 'Restez sous 400 caractères.',
        evidence:
          'Ces InMails ont reçu une réponse 22 % plus souvent que la moyenne, ceux de plus de 1 200 caractères 11 % moins souvent (en relatif). Données de LinkedIn, mai 2021 à avril 2022.',
      },
      {
        tip: 'Écrivez à une personne à la fois.',
        evidence:
          'Les InMails individuels ont reçu une réponse plus souvent que les envois groupés ; aucun chiffre n’a été publié. Données de LinkedIn, 2021/22.',
      },
      {
        tip: 'Commencez par les profils recommandés et les personnes ouvertes aux opportunités.',
        evidence:
          'Les deux ont répondu plus souvent ; aucun chiffre n’a été publié. Données de LinkedIn, 2021/22.',
      },
    ],
  },
};
