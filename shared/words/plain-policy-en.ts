import type { PlainPolicyWords } from '#shared/words/plain-policy-words.ts';

export const en: PlainPolicyWords = {
  title: 'The InMail policy in plain words',
  intro: ({ line, minimum, days }) =>
    `In short: a Recruiter seat that sends ${minimum} or more InMails in ${days} days keeps a response rate of at least ${line}. If it does not, it is warned first; if it still does not, bulk InMail pauses for a while. One-to-one InMail always works.`,
  stricter:
    'Your company may have set stricter figures for its own contract. Your card and every notice show the ones that apply to you.',
  questions: 'Questions',
  answers: {
    'what-is-it': {
      ask: 'What is the InMail policy?',
      answer: ({ line }) => [
        `InMail works as long as people welcome it. So the policy asks two things: write to people whom the message really concerns, and keep your response rate at ${line} or above.`,
        'Not wanted are mass messages that are meant for nobody in particular, marketing campaigns, and invitations to events.',
      ],
    },
    'the-rule': {
      ask: 'What exactly is the rule?',
      answer: ({ line, minimum, days, enough, oneTooFew }) => [
        `On ${minimum} or more InMails sent within ${days} days, at least ${line} are answered. Exactly ${line} is enough: ${enough} answers to ${minimum} InMails are fine, ${oneTooFew} are too few.`,
        `With fewer than ${minimum} InMails in those days nothing is judged, however low the rate is.`,
      ],
    },
    'how-it-starts': {
      ask: 'How does it take effect?',
      answer: ({ checkEveryDays, checkTime }) => [
        `Every seat is checked ${checkEveryDays === null ? 'once a day' : `every ${checkEveryDays} days`}, at ${checkTime} UTC. What a check finds is told in Recruiter, and nothing is paused without a warning before it.`,
        'Your company may run it as a pilot: first only counting, then also telling, and only then pausing bulk InMail.',
      ],
    },
    'what-is-a-response': {
      ask: 'What counts as a response?',
      answer: () => [
        'A reply, an accepted invitation, and “Not interested”, whatever the reason. All three count the same for the response rate: a clear no is a response.',
      ],
    },
    'how-the-rate-is-counted': {
      ask: 'How is the rate counted?',
      answer: ({ days }) => [
        `Accepted and declined InMails together, divided by all InMails sent in the ${days} days. Those without an answer yet are waiting, and count among all of them. The acceptance rate takes the accepted ones alone.`,
        'Every InMail counts: bulk and one-to-one, paid and free, to your connections and to open profiles too. Messages to e-mail addresses do not count.',
        'An answer belongs to the day its InMail was sent. The rate is always shown rounded down, with its counts.',
      ],
    },
    'bulk-answers-count': {
      ask: 'Do answers to bulk InMail count?',
      answer: () => ['Yes. Bulk and one-to-one InMails, and the answers to them, count alike.'],
    },
    'where-is-my-rate': {
      ask: 'Where do I find my current rate?',
      answer: () => [
        'In the chip in Recruiter’s navigation, on every page; in the composer, where you write; and on the reports page, over time. Each says as of when it is.',
        'LinkedIn’s own report can differ: it is up to 48 hours late, counts answers within 30 days of the send, and averages rates.',
      ],
    },
    'first-time-below': {
      ask: 'What happens the first time my rate is below?',
      answer: ({ startsAtContinue, warningDays, graceDays }) => [
        `A must-read in Recruiter says so, with what was counted and with tips. ${
          startsAtContinue
            ? `When you press CONTINUE, a warning period of ${warningDays} days starts.`
            : `A warning period of ${warningDays} days starts with the check.`
        } Bulk InMail keeps working.`,
        graceDays === null
          ? 'At its end the rate is judged again.'
          : `The rate of that period is judged ${graceDays} days after its end, so that late replies count.`,
      ],
    },
    'again-below': {
      ask: 'And if it is below again?',
      answer: ({ warnsOnce, improvementDays }) => [
        `If the rate is still below when the warning period is judged, an Improvement Period of ${improvementDays} days begins: bulk InMail pauses, and a must-read says so. It begins with the check, read or not.`,
        warnsOnce
          ? 'A seat is warned once. If it falls below at a later time, the Improvement Period follows at once.'
          : 'If a seat is in good standing again and falls below at a later time, it is warned first once more.',
      ],
    },
    'what-happens-below': {
      ask: 'What does staying below the line lead to?',
      answer: ({ line, improvementDays, minimum }) => [
        `Bulk InMail is off for ${improvementDays} days: from search results, projects, the clipboard, similar profiles and anywhere else. Then the rate is judged again.`,
        `At ${line} or more, bulk InMail is back. Otherwise it pauses for ${improvementDays} more days. With fewer than ${minimum} InMails there is too little to judge, and the seat is released.`,
      ],
    },
    'where-messages-appear': {
      ask: 'Where do I see the warning?',
      answer: () => [
        'On Recruiter’s home page and over any bulk composer, as a must-read that stays until you press CONTINUE; in a one-to-one composer as a strip that covers nothing; and on the reports page.',
      ],
    },
    'one-to-one-while-paused': {
      ask: 'Can I send InMail during the Improvement Period?',
      answer: () => [
        'Yes, one to one, as many as you like. They count, and their answers are what lifts the rate. Only bulk InMail is paused.',
      ],
    },
    'end-of-the-period': {
      ask: 'Am I told when the Improvement Period is over?',
      answer: () => [
        'Yes, by a must-read as at its beginning. It says whether the rate recovered or whether there were too few InMails to judge.',
      ],
    },
    'transferred-seats': {
      ask: 'Does a transferred seat start afresh?',
      answer: () => [
        'No. The InMails, their rate, a running period and a past warning belong to the seat and go with it. The new holder is told what comes with it, and a lead sees it before the transfer.',
      ],
    },
    'why-one-line-for-all': {
      ask: 'Answers are rare in my field. Is that taken into account?',
      answer: ({ line }) => [
        `The line is the same for every industry, region and kind of customer. Even the groups with the fewest answers were found at 16 to 19 %, so that ${line} leaves room.`,
        'On small numbers luck weighs much. That is why nothing is judged before there are enough InMails, and why a warning comes first.',
      ],
    },
    'why-bulk-at-all': {
      ask: 'If bulk InMail is the cause, why is it not switched off for all?',
      answer: () => [
        'Most people use it well, and it saves them hours. Careless bulk sending came from fewer than 2 % of users; the policy is about those sends, not about bulk InMail.',
      ],
    },
    'bought-packages': {
      ask: 'I bought extra InMails. Does the policy apply to me?',
      answer: () => [
        'Yes. Packages change how many InMails you can send, and nothing about the rate. Outside an Improvement Period you can send bulk InMail at any time.',
      ],
    },
    'who-to-ask': {
      ask: 'I think my rate is wrong. Whom do I ask?',
      answer: () => [
        'Ask for a review from the notice or from your card. It carries the figures and the InMails that were counted. A lead decides; if your request is upheld, the seat starts anew.',
        'Your relationship manager, who is named in every notice, is there for everything else.',
      ],
    },
    'what-helps': {
      ask: 'What raises a response rate?',
      answer: () => [
        'Short messages, written to one person, to people who are likely to be interested. Each tip that you see here comes with its evidence.',
        'A follow-up to somebody you have written to is no new InMail. A “Not interested” helps the rate too.',
      ],
    },
    training: {
      ask: 'Is there training?',
      answer: () => [
        'LinkedIn’s help and learning pages have material on InMail and on its report. Your company can add links of its own; they stand in every notice.',
      ],
    },
    'leaving-the-contract': {
      ask: 'What if we cannot work with this?',
      answer: () => [
        'Please speak with your relationship manager. They can also tell what ending the contract would mean.',
      ],
    },
  },
};
