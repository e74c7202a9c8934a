import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { ApiCaller } from '#test/demo/api-caller.ts';
import type { FeedEvent } from '#test/demo/sample-contract.ts';
import type { StandIn } from '#test/recruiter/server.ts';
import type { SentMessage } from '#test/recruiter/record.ts';

/** What a candidate does some time after an InMail. */
export type Answer = { outcome: 'accepted' | 'declined'; afterMs: number };

export type CandidatesOptions = {
  standIn: StandIn;
  feed: ApiCaller;
  seat: string;
  now: () => Instant;
  /** A feed lags: it reports what is at least so old. */
  lagMs: number;
  /** Decides for each recipient; null never answers. */
  decide: (memberId: string) => Answer | null;
};

type Pending = { inmail: string; memberId: string; outcome: Answer['outcome']; at: Instant };

/**
 * The people at the other end of the stand-in, and the feed that reports what was sent and
 * answered. Nothing of it is known to the extension.
 */
export class Candidates {
  readonly #options: CandidatesOptions;
  #reported = 0;
  #pending: Pending[] = [];

  constructor(options: CandidatesOptions) {
    this.#options = options;
  }

  /** Lets candidates answer whose time has come, and reports all that is new. */
  async live(): Promise<{ sent: number; answered: number }> {
    const { standIn, feed, seat, now, lagMs } = this.#options;
    const upTo = now() - lagMs;
    const fresh = standIn.sent().filter(({ at }, index) => index >= this.#reported && at <= upTo);
    this.#reported += fresh.length;
    const sends = fresh.flatMap((message) => this.#sends(message));
    const due = this.#pending.filter(({ at }) => at <= upTo);
    this.#pending = this.#pending.filter(({ at }) => at > upTo);
    for (const { memberId, outcome } of due) standIn.answer(memberId, outcome);
    const answers = due.map(({ inmail, outcome, at }) => ({
      id: `answer-${inmail}`,
      type: 'inmail.responded',
      at: formatInstant(at),
      inmail,
      outcome,
    }));
    await feed.events({
      events: [...sends, ...answers],
      completeUpTo: [{ seat, at: formatInstant(upTo) }],
    });
    return { sent: sends.length, answered: answers.length };
  }

  #sends(message: SentMessage): FeedEvent[] {
    const { seat, decide } = this.#options;
    return message.recipients.map(({ memberId }) => {
      const inmail = `${message.id}-${memberId}`;
      const answer = decide(memberId);
      if (answer !== null) {
        const at = message.at + answer.afterMs;
        this.#pending.push({ inmail, memberId, outcome: answer.outcome, at });
      }
      return {
        id: `sent-${inmail}`,
        type: 'inmail.sent',
        at: formatInstant(message.at),
        seat,
        inmail,
        mode: message.recipients.length > 1 ? 'bulk' : 'one_to_one',
        surface: 'search',
      };
    });
  }
}
