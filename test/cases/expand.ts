import type { CaseOptions, CaseStep, ReplayCase, SendsStep } from '#test/cases/cases.ts';

/** Turns the shorthand of a case into the lines of a file, and its expectations into output. */

const SECOND_MS = 1000;

function iso(at: number): string {
  return new Date(at).toISOString();
}

/**
 * `{ "sends": { seat, count, from, everySeconds = 60, accepted = 0, declined = 0,
 * respondAfterSeconds = 60, prefix, … } }`: `count` sends, one every so often, the first `accepted`
 * of them answered so many seconds after their send, the next `declined` declined. All sends come
 * first, then the responses. The InMails are `<prefix>-1` and so on, the sends `<prefix>-s1`, the
 * responses `<prefix>-r1`; the prefix is `b` and the number of the step unless said. `recordedAt`
 * holds for both kinds, any other field goes into the sends as it is.
 */
function expandSends(sends: SendsStep, step: number): string[] {
  const {
    count,
    from,
    everySeconds = 60,
    accepted = 0,
    declined = 0,
    respondAfterSeconds = 60,
    prefix = `b${step}`,
    recordedAt,
    ...fields
  } = sends;
  const recorded = recordedAt === undefined ? {} : { recordedAt };
  const lines: string[] = [];
  const responses: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = Date.parse(from) + index * everySeconds * SECOND_MS;
    const inmail = `${prefix}-${index + 1}`;
    const send = { id: `${prefix}-s${index + 1}`, type: 'inmail.sent', at: iso(at), ...recorded };
    lines.push(JSON.stringify({ ...send, inmail, mode: 'bulk', ...fields }));
    if (index >= accepted + declined) continue;
    const outcome = index < accepted ? 'accepted' : 'declined';
    const respondedAt = iso(at + respondAfterSeconds * SECOND_MS);
    const id = `${prefix}-r${index + 1}`;
    const response = { id, type: 'inmail.responded', at: respondedAt, ...recorded };
    responses.push(JSON.stringify({ ...response, inmail, outcome }));
  }
  return [...lines, ...responses];
}

/** An event without an id is given `e` and the number of its step. */
function expandStep(step: CaseStep, index: number): string[] {
  if (step.sends !== undefined) return expandSends(step.sends, index);
  if (step.raw !== undefined) return [step.raw];
  const { sends: _sends, raw: _raw, ...event } = step;
  return [JSON.stringify({ id: `e${index}`, ...event })];
}

export function textOfSteps(steps: readonly CaseStep[]): string {
  return steps
    .flatMap(expandStep)
    .map((line) => `${line}\n`)
    .join('');
}

function words(text: string, count: number): string[] {
  const found = text.split(' ');
  if (found.length !== count) throw new Error(`expected ${count} words: ${text}`);
  return found;
}

const orNull = (word: string | undefined): string | null =>
  word === undefined || word === '-' ? null : word;

function instantOrNull(word: string | undefined): string | null {
  const given = orNull(word);
  return given === null ? null : iso(Date.parse(given));
}

function tallyOrNull(word: string | undefined): Record<string, number> | null {
  const given = orNull(word);
  if (given === null) return null;
  const [accepted = Number.NaN, declined = Number.NaN, pending = Number.NaN] = given
    .split('+')
    .map(Number);
  return { accepted, declined, pending, total: accepted + declined + pending };
}

/** `at seat cause from>to notice accepted+declined+pending periodEndsAt`, `-` for null. */
export function expandLine(line: string): string {
  const [at, seat, cause, move = '', notice, tally, ends] = words(line, 7);
  const [from, to] = move.split('>');
  const head = { at: instantOrNull(at), seat, cause, from, to, notice: orNull(notice) };
  const tail = { tally: tallyOrNull(tally), periodEndsAt: instantOrNull(ends) };
  return JSON.stringify({ ...head, ...tail });
}

/** `seat standing ever|never periodEndsAt nextCheckAt notice a+d+p responseRateBps`. */
export function expandStanding(line: string): string {
  const [seat, standing, ever, ends, next, notice, tally, rate] = words(line, 8);
  return JSON.stringify({
    seat,
    standing,
    everWarned: ever === 'ever',
    periodEndsAt: instantOrNull(ends),
    nextCheckAt: instantOrNull(next),
    notice: orNull(notice),
    tally: tallyOrNull(tally),
    responseRateBps: orNull(rate) === null ? null : Number(rate),
  });
}

/** One run of a case and what it must print; a case with lines and standings is two runs. */
export interface CaseRun {
  options: CaseOptions;
  stdout: string[];
}

export function runsOf(each: ReplayCase): CaseRun[] {
  const options = each.options ?? {};
  const runs: CaseRun[] = [];
  if (each.badLine !== undefined) runs.push({ options, stdout: [] });
  if (each.stdout !== undefined) runs.push({ options, stdout: each.stdout });
  if (each.lines !== undefined) runs.push({ options, stdout: each.lines.map(expandLine) });
  if (each.standings !== undefined) {
    const stdout = each.standings.map(expandStanding);
    runs.push({ options: { ...options, standings: true }, stdout });
  }
  if (runs.length === 0) throw new Error(`${each.name}: nothing is expected`);
  return runs;
}
