import type { OpenNotice } from '#extension/features/open-notice.ts';

type Heard = (notice: OpenNotice) => void;

let hear: Heard = () => undefined;

/** A strip asks for the must-read to be opened where it would cover nothing by itself. */
export function requestRead(notice: OpenNotice): void {
  hear(notice);
}

export function onReadRequest(heard: Heard): void {
  hear = heard;
}
