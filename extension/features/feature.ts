import type { Tell } from '#extension/features/tell.ts';
import type { View } from '#extension/features/view.ts';
import type { ToldNotice } from '#extension/state/messages.ts';
import type { Styles } from '#extension/state/stored-supplies.ts';
import type { Opener } from '#extension/surfaces/openers.ts';
import type { ComposerSeen, Seen } from '#extension/surfaces/see.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { OverlayWords } from '#shared/words/overlay-words.ts';

/** Everything a feature goes by: what is known of the seat, and what is seen of the page. */
export type Scene = Readonly<{ view: View; seen: Seen }>;

/** What a feature may do beside showing something. */
export type Around = Readonly<{
  tell: Tell;
  /** By the server's clock, as far as it is known. */
  now(): Instant;
  /** The page at this very instant. */
  see(): Seen;
  /** Has every feature look again soon. */
  lookSoon(): void;
  openerOf(composer: ComposerSeen): Opener | null;
  /** Reports a part that could not be read when it was needed, once a visit of the page. */
  miss(surface: string, part: string): void;
  /** A press anywhere on the page that the guard has not held. */
  onPress(heard: (event: Event) => void): void;
  /** Somebody points at something else now, or has come to it or left it by keyboard. */
  onNear(heard: (event: Event) => void): void;
  /** The guard has held a press: an event with what was pressed as its detail. */
  onRefusal(heard: (event: Event) => void): void;
  /** A key pressed in one of our own places. */
  onOwnKey(heard: (event: KeyboardEvent, host: HTMLElement) => void): void;
}>;

/** Looks at each scene and shows, or takes away, what belongs to it. */
export type Feature = (scene: Scene) => void;
export type StartFeature = (around: Around) => Feature;

/** A scene that can be spoken of. */
export type SpokenScene = Scene &
  Readonly<{
    numbers: Numbers;
    words: OverlayWords;
    /** The notice that waits to be read, in words. */
    notice: ToldNotice | null;
  }>;
/** A feature that has more to say than its own few words. */
export type StartPart = (around: Around, styles: Styles) => (scene: SpokenScene) => void;
