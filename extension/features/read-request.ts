import type { ToldNotice } from '#extension/state/messages.ts';

type Heard = (notice: ToldNotice) => void;

let hear: Heard = () => undefined;

/** A strip asks for the must-read to be opened where it would cover nothing by itself. */
export function requestRead(notice: ToldNotice): void {
  hear(notice);
}

export function onReadRequest(heard: Heard): void {
  hear = heard;
}
