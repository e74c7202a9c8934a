import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readContract, type Contract } from '#server/contracts/store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { canonicalJson } from '#server/proofs/canonical-json.ts';
import { lastCheck, type MadeCheck, type TermsInForce } from '#server/proofs/last-check.ts';
import { readCounted, readCountsFrom, readPast } from '#server/proofs/store.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import { answeredOf, isBreach, tallyOf, windowEndingAt, type Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { provenSchema, type Proof, type Proven } from '#shared/wire/proof.ts';

export type ProofOutcome =
  | { ok: true; proof: Proof }
  | { ok: false; code: 'seat_unknown' | 'never_checked' | 'evidence_gone' };

function countOf(inmails: Proven['inmails']): Tally {
  const count = (wanted: string) => inmails.filter(({ outcome }) => outcome === wanted).length;
  return tallyOf(count('accepted'), count('declined'), count('pending'));
}

function comparisonOf(tally: Tally, terms: Terms): Proven['comparison'] {
  const { thresholdBps, minimumVolume } = terms;
  const { total } = tally;
  const answered = answeredOf(tally);
  return {
    answered,
    total,
    minimumVolume,
    thresholdBps,
    answeredTimes10000: answered * 10_000,
    thresholdBpsTimesTotal: thresholdBps * total,
    isBreach: isBreach(tally, terms),
  };
}

function commandOf({ id, profile }: Contract, checkedAt: Instant): string {
  const quoted = /^[\w.-]+$/.test(id) ? id : `'${id.replaceAll("'", "'\\''")}'`;
  const run = 'npm run --silent good-standing --';
  const until = `--profile ${profile} --until ${formatInstant(checkedAt)}`;
  return `${run} export --contract ${quoted} | ${run} replay - ${until}`;
}

function sealed(contract: Contract, proven: Proven): Proof {
  const text = canonicalJson(z.encode(provenSchema, proven));
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { proven, sha256, command: commandOf(contract, proven.checkedAt) };
}

function isSameTally(one: Tally, other: Tally): boolean {
  const { accepted, declined, total } = one;
  return accepted === other.accepted && declined === other.declined && total === other.total;
}

type Judged = { check: MadeCheck; inForce: TermsInForce };

function provenOf(contract: Contract, seat: string, { check, inForce }: Judged) {
  const { effectiveFrom, ...plain } = inForce.terms;
  const values = { ...plain, effectiveFrom: formatInstant(effectiveFrom) };
  return {
    contract: contract.id,
    seat,
    checkedAt: check.at,
    terms: { profile: contract.profile, version: inForce.version, values },
    standing: { before: check.before, after: check.after, notice: check.notice },
  };
}

/**
 * Shows that the last check of a seat at or before `at` was right: what it counted, what it compared
 * and what came of it. All of it was recorded by then, so that it stays as it is.
 * @throws ContractUnknown
 */
export async function proveCheck(
  context: CheckContext,
  contractId: string,
  seat: string,
  at: Instant = Infinity,
): Promise<ProofOutcome> {
  const { database, now } = context;
  await makeDueChecks(context, contractId);
  // A check is made once its instant has passed.
  const until = Math.min(at, now() - 1);
  return database.read<ProofOutcome>(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const past = await readPast(reader, contract, seat, until);
    if (past === null) return { ok: false, code: 'seat_unknown' };
    const check = lastCheck(past, until);
    if (past.keptSince !== null && (check?.at ?? until) < past.keptSince) {
      return { ok: false, code: 'evidence_gone' };
    }
    const inForce = past.terms.findLast(({ recordedAt }) => recordedAt <= (check?.at ?? 0));
    if (check === null || inForce === undefined) return { ok: false, code: 'never_checked' };
    const countsFrom = await readCountsFrom(reader, contractId, seat, check.at);
    const through = check.before === 'warned' ? (check.periodEndedAt ?? check.at) : check.at;
    const window = windowEndingAt(through, countsFrom, inForce.terms);
    const inmails = await readCounted(reader, contractId, seat, window, check.at);
    const tally = countOf(inmails);
    if (check.tally !== null && !isSameTally(tally, check.tally)) {
      return { ok: false, code: 'evidence_gone' };
    }
    const comparison = comparisonOf(tally, inForce.terms);
    const said = provenOf(contract, seat, { check, inForce });
    return { ok: true, proof: sealed(contract, { ...said, window, inmails, tally, comparison }) };
  });
}
