import type { PilotPreview, PilotState } from '#shared/wire/pilot.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { pilotWords } from '#shared/words/pilot.ts';

type Version = PilotState['versions'][number];
type Settings = Pick<Version, 'mode' | 'sharePercent' | 'namedSeats'>;

/** What a pilot is set to, in one line. */
export function settingsText({ mode, sharePercent, namedSeats }: Settings, numbers: Numbers) {
  const words = pilotWords[numbers.language];
  const named = namedSeats.length;
  if (sharePercent === 0 && named > 0) return words.setToNamed(words.modes[mode], named);
  return words.setTo(words.modes[mode], numbers.term(sharePercent * 100), named);
}

export function setByText({ recordedAt, recordedBy }: Version, numbers: Numbers): string {
  const words = pilotWords[numbers.language];
  const who = recordedBy === null ? words.whoUnknown : words.who[recordedBy.role];
  return words.setBy(who, numbers.instant(recordedAt));
}

/** What a preview comes to, each thing in a line of its own; nothing that is of no seat. */
export function previewText({ changes }: PilotPreview, numbers: Numbers): string[] {
  const words = pilotWords[numbers.language];
  const count = (is: (change: PilotPreview['changes'][number]) => boolean) =>
    changes.filter(is).length;
  const enters = count(({ from }) => from === 'observe');
  const leaves = count(({ to }) => to === 'observe');
  const lines: [count: number, text: (count: number, written: string) => string][] = [
    [enters, words.enter],
    [leaves, words.leave],
    [changes.length - enters - leaves, words.other],
    [count(({ bulk }) => bulk === 'held'), words.held],
    [count(({ bulk }) => bulk === 'released'), words.released],
    [count(({ startsAnew }) => startsAnew), words.anew],
  ];
  return lines.flatMap(([of, text]) => (of === 0 ? [] : [text(of, numbers.count(of))]));
}
