import type { Shown } from '#shared/policy/shown.ts';
import type { UnknownReason } from '#shared/words/standing-words.ts';

export type Tone = 'grey' | 'green' | 'amber' | 'red';

const TONES: Readonly<Record<Shown, Tone>> = {
  nothing: 'grey',
  unknown: 'grey',
  paused: 'red',
  warned: 'amber',
  below: 'amber',
  close: 'amber',
  on_track: 'green',
  collecting_low: 'grey',
  collecting: 'grey',
};

export function toneOf(shown: Shown): Tone {
  return TONES[shown];
}

/** What stands in the dashed ring, so that no reason for knowing nothing looks like another. */
const REASONS: Readonly<Record<UnknownReason, string>> = {
  not_connected: '',
  not_connected_here: 'M5.9 6h.2',
  signed_out: 'M4 6h4',
  offline: 'M2.6 9.4l6.8-6.8',
  no_reading: 'M4.2 6h.1M7.7 6h.1',
  check_due: 'M6 3.6V6l1.6 1.2',
  reload: 'M6 3.8v4.4M4.4 6.6 6 8.2l1.6-1.6',
};

type MarkProps = { shown: Shown; because?: UnknownReason | null; size?: number };

/** The shape of a standing. Its word stands beside it, so that a screen reader passes it over. */
export function Mark({ shown, because = null, size = 12 }: MarkProps) {
  return (
    <svg
      class={`gs-mark gs-${toneOf(shown)}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <Shape shown={shown} />
      {because !== null && REASONS[because] !== '' && (
        <path
          d={REASONS[because]}
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-linecap="round"
        />
      )}
    </svg>
  );
}

function Ring({ dashed = false }: { dashed?: boolean }) {
  return (
    <circle
      cx="6"
      cy="6"
      r="4.75"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      {...(dashed ? { 'stroke-dasharray': '2.4 1.33' } : {})}
    />
  );
}

function Shape({ shown }: { shown: Shown }) {
  switch (shown) {
    case 'on_track':
      return <circle cx="6" cy="6" r="5.5" fill="currentColor" />;
    case 'close':
      return (
        <>
          <Ring />
          <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
        </>
      );
    case 'below':
      return (
        <g>
          <g transform="translate(1.2 0) scale(0.8)">
            <Ring />
            <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
          </g>
          <path d="M1 11.1h10" stroke="currentColor" stroke-width="1.6" />
        </g>
      );
    case 'warned':
      return <path d="M6 .9 11.6 11H.4z" fill="currentColor" />;
    case 'paused':
      return (
        <path
          fill="currentColor"
          fill-rule="evenodd"
          d="M2 .5h8A1.5 1.5 0 0 1 11.5 2v8a1.5 1.5 0 0 1-1.5 1.5H2A1.5 1.5 0 0 1 .5 10V2A1.5 1.5 0 0 1 2 .5zM3 5v2h6V5z"
        />
      );
    case 'nothing':
    case 'unknown':
      return <Ring dashed />;
    case 'collecting':
    case 'collecting_low':
      return <Ring />;
  }
}
