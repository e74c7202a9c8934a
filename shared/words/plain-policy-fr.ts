import type { PlainPolicyWords } from '#shared/words/plain-policy-words.ts';

export const fr: PlainPolicyWords = {
  title: 'La politique InMail en mots simples',
  intro: ({ line, minimum, days }) =>
    `En bref : une licence Recruiter qui envoie ${minimum} InMails ou plus en ${days} jours garde un taux de réponse d’au moins ${line}. Sinon, elle est d’abord avertie ; si cela dure, l’envoi groupé est mis en pause quelque temps. L’envoi individuel fonctionne toujours.`,
  stricter:
    'Votre entreprise peut avoir fixé des chiffres plus stricts pour son contrat. Votre carte et chaque message montrent ceux qui s’appliquent à vous.',
  questions: 'Questions',
  answers: {
    'what-is-it': {
      ask: 'Qu’est-ce que la politique InMail ?',
      answer: ({ line }) => [
        `L’InMail marche tant qu’il est bien reçu. La politique demande donc deux choses : écrire aux personnes que le message concerne vraiment, et garder un taux de réponse de ${line} ou plus.`,
        'Ne sont pas souhaités : les envois de masse qui ne visent personne en particulier, les campagnes de marketing et les invitations à des événements.',
      ],
    },
    'the-rule': {
      ask: 'Quelle est la règle exacte ?',
      answer: ({ line, minimum, days, enough, oneTooFew }) => [
        `Sur ${minimum} InMails ou plus envoyés en ${days} jours, au moins ${line} reçoivent une réponse. Exactement ${line} suffit : ${enough} réponses à ${minimum} InMails conviennent, ${oneTooFew} ne suffisent pas.`,
        `Avec moins de ${minimum} InMails pendant ces jours, rien n’est jugé, si bas que soit le taux.`,
      ],
    },
    'how-it-starts': {
      ask: 'Comment est-elle appliquée ?',
      answer: ({ checkEveryDays, checkTime }) => [
        `Chaque licence est contrôlée ${checkEveryDays === null ? 'une fois par jour' : `tous les ${checkEveryDays} jours`}, à ${checkTime} UTC. Le résultat est dit dans Recruiter, et rien n’est mis en pause sans avertissement préalable.`,
        'Votre entreprise peut la mener comme pilote : d’abord on compte seulement, puis on informe aussi, et ensuite seulement l’envoi groupé est mis en pause.',
      ],
    },
    'what-is-a-response': {
      ask: 'Qu’est-ce qui compte comme réponse ?',
      answer: () => [
        'Une réponse, une invitation acceptée et un « pas intéressé », quelle qu’en soit la raison. Les trois comptent de même : un non clair est une réponse.',
      ],
    },
    'how-the-rate-is-counted': {
      ask: 'Comment le taux est-il compté ?',
      answer: ({ days }) => [
        `Les InMails acceptés et déclinés ensemble, divisés par tous ceux envoyés pendant les ${days} jours. Ceux qui n’ont pas encore de réponse attendent et comptent dans le total. Le taux d’acceptation ne prend que les acceptés.`,
        'Chaque InMail compte : groupé et individuel, payant et gratuit, aussi vers vos relations et les profils ouverts. Les messages à des adresses e-mail ne comptent pas.',
        'Une réponse appartient au jour où son InMail a été envoyé. Le taux est toujours montré arrondi vers le bas, avec ses nombres à côté.',
      ],
    },
    'bulk-answers-count': {
      ask: 'Les réponses aux envois groupés comptent-elles ?',
      answer: () => [
        'Oui. Les InMails groupés et individuels, et leurs réponses, comptent de la même façon.',
      ],
    },
    'where-is-my-rate': {
      ask: 'Où trouver mon taux actuel ?',
      answer: () => [
        'Dans l’indicateur de la navigation de Recruiter, sur chaque page ; là où vous écrivez ; et sur la page des rapports, au fil du temps. La date de la mesure y figure toujours.',
        'Le rapport de LinkedIn peut différer : il a jusqu’à 48 heures de retard, compte les réponses reçues dans les 30 jours suivant l’envoi et fait la moyenne des taux.',
      ],
    },
    'first-time-below': {
      ask: 'Que se passe-t-il la première fois que mon taux est en dessous ?',
      answer: ({ startsAtContinue, warningDays, graceDays }) => [
        `Un message à lire dans Recruiter le dit, avec ce qui a été compté et des conseils. ${
          startsAtContinue
            ? `Quand vous appuyez sur CONTINUER, une période d’avertissement de ${warningDays} jours commence.`
            : `Une période d’avertissement de ${warningDays} jours commence avec le contrôle.`
        } L’envoi groupé reste actif.`,
        graceDays === null
          ? 'À la fin, le taux est jugé de nouveau.'
          : `Le taux de cette période est jugé ${graceDays} jours après sa fin, pour que les réponses tardives comptent.`,
      ],
    },
    'again-below': {
      ask: 'Et s’il est de nouveau en dessous ?',
      answer: ({ warnsOnce, improvementDays }) => [
        `Si le taux est toujours en dessous quand la période d’avertissement est jugée, une période d’amélioration de ${improvementDays} jours commence : l’envoi groupé est mis en pause, et un message à lire le dit. Elle commence avec le contrôle, lu ou non.`,
        warnsOnce
          ? 'Une licence est avertie une fois. Si elle passe plus tard en dessous, la période d’amélioration suit aussitôt.'
          : 'Si une licence est de nouveau en règle et passe plus tard en dessous, elle est d’abord avertie une nouvelle fois.',
      ],
    },
    'what-happens-below': {
      ask: 'Que se passe-t-il si l’on reste sous la ligne ?',
      answer: ({ line, improvementDays, minimum }) => [
        `L’envoi groupé est coupé pendant ${improvementDays} jours : depuis les résultats de recherche, les projets, le presse-papiers, les profils similaires et partout ailleurs. Puis le taux est jugé de nouveau.`,
        `À ${line} ou plus, l’envoi groupé revient. Sinon il reste en pause ${improvementDays} jours de plus. Avec moins de ${minimum} InMails, il y a trop peu pour juger, et la licence est libérée.`,
      ],
    },
    'where-messages-appear': {
      ask: 'Où vois-je l’avertissement ?',
      answer: () => [
        'Sur la page d’accueil de Recruiter et par-dessus toute fenêtre d’envoi groupé, comme message à lire qui reste jusqu’à ce que vous appuyiez sur CONTINUER ; dans une fenêtre individuelle, comme un bandeau qui ne couvre rien ; et sur la page des rapports.',
      ],
    },
    'one-to-one-while-paused': {
      ask: 'Puis-je envoyer des InMails pendant la période d’amélioration ?',
      answer: () => [
        'Oui, un par un, autant que vous voulez. Ils comptent, et leurs réponses relèvent le taux. Seul l’envoi groupé est en pause.',
      ],
    },
    'end-of-the-period': {
      ask: 'Suis-je informé quand la période d’amélioration est finie ?',
      answer: () => [
        'Oui, par un message à lire comme au début. Il dit si le taux s’est rétabli ou s’il y avait trop peu d’InMails pour juger.',
      ],
    },
    'transferred-seats': {
      ask: 'Une licence transférée repart-elle de zéro ?',
      answer: () => [
        'Non. Les InMails, leur taux, une période en cours et un avertissement passé appartiennent à la licence et vont avec elle. Le nouveau titulaire apprend ce qui vient avec, et un responsable le voit avant le transfert.',
      ],
    },
    'why-one-line-for-all': {
      ask: 'On répond peu dans mon domaine. En est-il tenu compte ?',
      answer: ({ line }) => [
        `La ligne est la même pour tout secteur, toute région et tout type de client. Même les groupes qui répondent le moins se situaient entre 16 et 19 %, si bien que ${line} laisse de la marge.`,
        'Sur de petits nombres, le hasard pèse lourd. C’est pourquoi rien n’est jugé avant qu’il y ait assez d’InMails, et pourquoi un avertissement vient d’abord.',
      ],
    },
    'why-bulk-at-all': {
      ask: 'Si l’envoi groupé est la cause, pourquoi ne pas le couper pour tous ?',
      answer: () => [
        'La plupart s’en servent bien, et il leur épargne des heures. Les envois sans discernement venaient de moins de 2 % des utilisateurs ; c’est d’eux qu’il s’agit, non de l’envoi groupé.',
      ],
    },
    'bought-packages': {
      ask: 'J’ai acheté des InMails en plus. La politique s’applique-t-elle à moi ?',
      answer: () => [
        'Oui. Les forfaits changent le nombre d’InMails que vous pouvez envoyer, et rien au taux. Hors d’une période d’amélioration, vous pouvez faire des envois groupés à tout moment.',
      ],
    },
    'who-to-ask': {
      ask: 'Je pense que mon taux est faux. À qui m’adresser ?',
      answer: () => [
        'Demandez un réexamen depuis le message ou votre carte. Il contient les chiffres et les InMails comptés. Un responsable décide ; s’il est accepté, la licence repart à neuf.',
        'Pour tout le reste, il y a votre chargé de relation, nommé dans chaque message.',
      ],
    },
    'what-helps': {
      ask: 'Qu’est-ce qui relève un taux de réponse ?',
      answer: () => [
        'Des messages courts, écrits à une seule personne, à des gens que cela peut intéresser. Chaque conseil que vous voyez ici vient avec sa preuve.',
        'Une relance à quelqu’un à qui vous avez déjà écrit n’est pas un nouvel InMail. Un « pas intéressé » aide aussi le taux.',
      ],
    },
    training: {
      ask: 'Y a-t-il des formations ?',
      answer: () => [
        'Les pages d’aide et de formation de LinkedIn proposent de la matière sur l’InMail et son rapport. Votre entreprise peut ajouter ses propres liens ; ils figurent dans chaque message.',
      ],
    },
    'leaving-the-contract': {
      ask: 'Et si nous ne pouvons pas travailler ainsi ?',
      answer: () => [
        'Parlez-en à votre chargé de relation. Il peut aussi dire ce que signifierait la fin du contrat.',
      ],
    },
  },
};
