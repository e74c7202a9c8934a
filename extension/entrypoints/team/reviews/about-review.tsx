import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { figuresText } from '#extension/entrypoints/review/figures-text.ts';
import { proofText } from '#extension/entrypoints/review/proof-text.ts';
import { saveFile } from '#extension/entrypoints/team/save-file.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { responseRateBps, type Tally } from '#shared/policy/tally.ts';
import type { Proven } from '#shared/wire/proof.ts';
import type { Review, ReviewDetail } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { reviewWords } from '#shared/words/review.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = { numbers: Numbers; review: Review };

/** A review with its proof, which the list of them does not carry and which never changes. */
function useDetail({ id, proofSha256 }: Review) {
  const [detail, setDetail] = useState<ReviewDetail | null>(null);
  const [isFault, setFault] = useState(false);
  const ask = useCallback(async (): Promise<ReviewDetail | null> => {
    const outcome = await teamMessages.sendMessage('review', { review: id }).catch(() => null);
    const found = outcome?.ok === true ? outcome.value : null;
    setFault(found === null);
    if (found !== null) setDetail(found);
    return found;
  }, [id]);
  useEffect(() => {
    if (proofSha256 !== null) void ask();
  }, [ask, proofSha256]);
  return { detail, isFault, ask };
}

/** What a request is about: what the seat read when it was made, and the check before it. */
export function AboutReview({ numbers, review }: Props) {
  const words = reviewWords[numbers.language];
  const { detail, isFault, ask } = useDetail(review);
  const { standing, tally, askedAt, proofSha256 } = review;
  const proven = detail?.proof?.proven ?? null;
  const save = async (): Promise<void> => {
    const proof = (detail ?? (await ask()))?.proof ?? null;
    if (proof !== null) saveFile('proof.json', 'application/json', proofText(proof));
  };
  return (
    <dl class="about">
      <About
        name={words.about.asked}
        note={`${countedText(tally, numbers)} · ${words.askedAt(numbers.instant(askedAt))}`}
      >
        {`${words.standings[standing]}, ${figuresText(review, numbers)}`}
      </About>
      {proofSha256 !== null && proven === null && !isFault && (
        <About name={words.about.check}>{popupWords[numbers.language].loading}</About>
      )}
      {proven !== null && <Checked numbers={numbers} proven={proven} />}
      <About name={words.about.proof} note={proofSha256 === null ? '' : words.hash(proofSha256)}>
        {proofSha256 === null ? (
          words.noProof
        ) : (
          <button type="button" class="secondary" onClick={() => void save()}>
            {words.saveProof}
          </button>
        )}
        <span role="status">{isFault && teamWords[numbers.language].exportedNothing}</span>
      </About>
    </dl>
  );
}

type AboutProps = { name: string; note?: string; children: ComponentChildren };

function About({ name, note = '', children }: AboutProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== '' && <p class="note">{note}</p>}
      </dd>
    </div>
  );
}

function Checked({ numbers, proven }: { numbers: Numbers; proven: Proven }) {
  const words = reviewWords[numbers.language];
  const { tally, checkedAt, comparison, terms, window } = proven;
  const { thresholdBps, minimumVolume } = comparison;
  const days = Math.round((window.through - window.after) / DAY_MS);
  return (
    <>
      <About
        name={words.about.check}
        note={`${countedText(tally, numbers)} · ${words.checkedAt(numbers.instant(checkedAt))}`}
      >
        {figuresText({ tally, responseRateBps: responseRateBps(tally) }, numbers)}
      </About>
      <About
        name={words.about.terms}
        note={words.termsOf(terms.profile, numbers.count(terms.version))}
      >
        {words.termsSay(
          numbers.term(thresholdBps),
          numbers.count(minimumVolume),
          numbers.count(days),
        )}
      </About>
    </>
  );
}

function countedText({ accepted, declined, pending }: Tally, { language, count }: Numbers): string {
  return reviewWords[language].counted(count(accepted), count(declined), count(pending));
}
