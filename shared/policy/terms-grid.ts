import { accepted, refused, type InputFault, type Outcome } from '#shared/policy/outcome.ts';
import { readTerms } from '#shared/policy/terms-rules.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** Each is folded beside the others, so that their number is what a machine can hold. */
const MOST_TRIED = 100;
const RANGE = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)(?::(\d+(?:\.\d+)?))?$/;

/** Why so many terms are not tried together; null where they may be. */
export function faultOfMany(count: number): string | null {
  return count <= MOST_TRIED
    ? null
    : `${count} terms are too many; at most ${MOST_TRIED} are tried.`;
}

/** A step for an example: a power of ten that goes into the range a few times. */
function exampleStep(from: number, to: number): number {
  return Number((10 ** Math.floor(Math.log10(to - from))).toFixed(9)) || 1;
}

const stepsOf = (from: number, to: number, step: number): number =>
  Math.floor((to - from) / step + 1e-9);

/** Every value from the first to the last; the last is one of them where the steps meet it. */
function rangeOf(from: number, to: number, step: number): number[] {
  const steps = stepsOf(from, to, step);
  // Counted, not added up, so that 0.1 three times is 0.3.
  return Array.from({ length: steps + 1 }, (_, index) => Number((from + index * step).toFixed(9)));
}

function valueOf(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : text;
}

function valuesOf(name: string, text: string): Outcome<unknown[], InputFault> {
  const range = RANGE.exec(text);
  if (range === null) return accepted(text.split(',').map((each) => valueOf(each.trim())));
  const [from, to, step] = [Number(range[1]), Number(range[2]), Number(range[3])];
  if (from > to || step === 0) {
    const shape = `"${name}" goes up from one value to another, in steps above 0.`;
    return refused('field_invalid', name, shape);
  }
  if (range[3] === undefined) {
    const example = `${name}=${text}:${exampleStep(from, to)}`;
    return refused('field_invalid', name, `A step is missing after ${text}: ${example}, say.`);
  }
  const fault = faultOfMany(stepsOf(from, to, step) + 1);
  return fault === null ? accepted(rangeOf(from, to, step)) : refused('field_invalid', name, fault);
}

/**
 * Reads one axis of a grid: `thresholdBps=1000..1800:100` (both ends are tried), or the values one
 * by one, `warnsOnce=true,false`.
 * Faults: `field_invalid` and `field_unknown`, with the term's name.
 */
export function readAxis(text: string): Outcome<Partial<Terms>[], InputFault> {
  const [, name = '', values = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
  if (name === '' || values === '') {
    const shape = 'A grid looks like thresholdBps=1000..1800:100 or warnsOnce=true,false.';
    return refused('field_invalid', name, shape);
  }
  const tried = valuesOf(name, values);
  if (!tried.ok) return tried;
  const axis: Partial<Terms>[] = [];
  for (const value of tried.value) {
    const laid = readTerms({ [name]: value });
    if (!laid.ok) return laid;
    axis.push(laid.value);
  }
  return accepted(axis);
}

/** Each value of each axis with each of all the others; of no axis at all, nothing laid over. */
export function crossAxes(axes: readonly (readonly Partial<Terms>[])[]): Partial<Terms>[] {
  return axes.reduce<Partial<Terms>[]>(
    (crossed, axis) => crossed.flatMap((laid) => axis.map((value) => ({ ...laid, ...value }))),
    [{}],
  );
}
