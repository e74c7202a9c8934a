import { Answered } from '#extension/features/answered.ts';
import type { Around, Feature, Scene, SpokenScene } from '#extension/features/feature.ts';
import { FEATURES, PARTS } from '#extension/features/list.ts';
import { followStored, isOrphan, type Live } from '#extension/features/live.ts';
import { openNotice } from '#extension/features/open-notice.ts';
import { refusals } from '#extension/features/refusals.ts';
import { tell } from '#extension/features/tell.ts';
import { viewOf } from '#extension/features/view.ts';
import { Supplies } from '#extension/features/supplies.ts';
import { answerContract } from '#extension/features/answer-contract.ts';
import { keepFresh } from '#extension/features/keep-fresh.ts';
import type { ToldNotice } from '#extension/state/messages.ts';
import { isolateOurPlaces, type OnKey } from '#extension/surfaces/isolation.ts';
import { MissWatch, type Miss } from '#extension/surfaces/misses.ts';
import { contractNameIn } from '#extension/surfaces/nav.ts';
import { OpenerMemory } from '#extension/surfaces/opener.ts';
import { openerOfControl, openerToOne, type Opener } from '#extension/surfaces/openers.ts';
import { Roots } from '#extension/surfaces/roots.ts';
import { hasBody } from '#extension/surfaces/page.ts';
import { pressOf } from '#extension/surfaces/press.ts';
import { outlineOf } from '#extension/surfaces/outline.ts';
import { see } from '#extension/surfaces/see.ts';
import { withoutOff } from '#extension/surfaces/switched-off.ts';
import { isAnswer } from '#extension/surfaces/toasts.ts';
import { watchPage } from '#extension/surfaces/watch.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Language } from '#shared/words/language.ts';
import { numbersWith, type Numbers } from '#shared/words/numbers.ts';
import type { OverlayWords } from '#shared/words/overlay-words.ts';

/** What presses Send or opens a composer; the guard, which is there first, stops what it holds. */
const PRESSES = ['click', 'keydown', 'submit'];
/** Whoever presses something has pointed at it or is in it. */
const NEARS = ['pointerover', 'focusin', 'focusout'];
const REFUSED = ['click', 'auxclick', 'touchend', 'keydown', 'submit'];

/** The features and what they go by, from the start of the document on. */
class Overlay {
  readonly #openers = new OpenerMemory<Opener>();
  readonly #misses = new MissWatch();
  readonly #numbers = new Map<Language, Numbers>();
  readonly #nearHeard: ((event: Event) => void)[] = [];
  readonly #pressHeard: ((event: Event) => void)[] = [];
  readonly #keyHeard: OnKey[] = [];
  readonly #supplies = new Supplies();
  readonly #notices = new Answered(tell.notice, () => {
    this.#lookSoon();
  });
  #features: Feature[] | null = null;
  #parts: ((scene: SpokenScene) => void)[] | null = null;
  #live: Live | null = null;
  #named: string | null = null;
  #lookSoon: () => void = () => undefined;

  readonly #roots = new Roots((inside) => {
    this.#listenIn(inside);
  });

  /** What has to come before the page's own listeners. */
  listen(): void {
    this.#listenIn(window);
    // A frame has its document once it is loaded.
    window.addEventListener('load', () => this.#lookSoon(), { capture: true });
    isolateOurPlaces((event, host) => {
      for (const heard of this.#keyHeard) heard(event, host);
    });
  }

  #listenIn(scope: Window): void {
    const listen = (types: readonly string[], hear: (event: Event) => void) => {
      for (const type of types) {
        scope.addEventListener(
          type,
          (event) => {
            this.#roots.learn(event);
            hear(event);
          },
          { capture: true },
        );
      }
    };
    listen(NEARS, (event) => {
      for (const heard of this.#nearHeard) heard(event);
    });
    listen(PRESSES, (event) => {
      this.#noteOpener(event);
      for (const heard of this.#pressHeard) heard(event);
    });
  }

  begin(): void {
    const watched = watchPage(
      () => this.#roots.of(document),
      () => {
        this.#look();
      },
    );
    this.#lookSoon = () => {
      watched.lookSoon();
    };
    followStored((live) => {
      this.#live = live;
      watched.lookSoon();
    });
    keepFresh(tell, this.#lookSoon);
    answerContract(() => contractNameIn(document));
  }

  readonly #around: Around = {
    tell,
    now: () => this.#now(),
    see: () =>
      withoutOff(see(document, this.#roots.of(document), this.#openers, Date.now()), this.#off()),
    lookSoon: () => {
      this.#lookSoon();
    },
    openerOf: ({ element }) => this.#openers.of(element, Date.now()),
    miss: (surface, part) => {
      this.#report(this.#misses.once({ surface, part }));
    },
    onNear: (heard) => this.#nearHeard.push(heard),
    onPress: (heard) => this.#pressHeard.push(heard),
    onRefusal(heard) {
      for (const type of REFUSED) refusals().addEventListener(type, heard);
    },
    onOwnKey: (heard) => this.#keyHeard.push(heard),
  };

  #now(): Instant {
    return Date.now() + (this.#live?.clockOffsetMs ?? 0);
  }

  #off(): readonly string[] {
    return this.#live?.stored?.surfacesOff ?? [];
  }

  #look(): void {
    const live = this.#live;
    // For a moment a page may be without its body: there is nothing to see and nowhere to stand.
    if (live === null || !hasBody(document)) return;
    this.#features ??= FEATURES.map((start) => start(this.#around));
    const seen = this.#around.see();
    const { contractName } = seen;
    // The worker is told at once, as the next page of this tab may name none.
    if (contractName !== null && contractName !== this.#named) {
      this.#named = contractName;
      tell.inView();
    }
    const now = this.#now();
    const view = viewOf({ ...live, now, contractName, isOrphan: isOrphan() });
    const scene = { view, seen };
    for (const feature of this.#features) apart(() => feature(scene));
    this.#showParts(scene);
    // Under another contract than ours nothing is seen, so that nothing can be missing.
    const isElsewhere = live.stored !== null && contractName !== null && !view.isHere;
    if (live.connection === 'not_connected' || isElsewhere || isOrphan()) return;
    this.#report(this.#misses.look(document, seen.url, now));
  }

  #noticeIn({ view, seen }: Scene): ToldNotice | null {
    const open = openNotice(view);
    const told = open === null ? null : this.#notices.in(seen.language);
    // What was said of the notice before is not said of this one.
    return told?.issuedAt === open?.issuedAt && told?.type === open?.type ? told : null;
  }

  #showParts(scene: Scene): void {
    const { language } = scene.seen;
    const words = this.#supplies.wordsIn(language, this.#lookSoon);
    const { styles } = this.#supplies;
    if (words === null || styles === null) return;
    this.#parts ??= PARTS.map((start) => start(this.#around, styles));
    const notice = this.#noticeIn(scene);
    const numbers = this.#numbersIn(language, words);
    for (const part of this.#parts) apart(() => part({ ...scene, numbers, words, notice }));
  }

  #report(misses: readonly Miss[]): void {
    if (misses.length === 0) return;
    const outline = outlineOf(document.body);
    for (const miss of misses) tell.missed({ ...miss, at: this.#now(), outline });
  }

  #numbersIn(language: Language, { times }: OverlayWords): Numbers {
    const known = this.#numbers.get(language);
    if (known !== undefined) return known;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const numbers = numbersWith(language, timeZone, times);
    this.#numbers.set(language, numbers);
    return numbers;
  }

  #noteOpener(event: Event): void {
    const press = pressOf(event);
    if (press === null || press.on === 'composer') return;
    const url = new URL(location.href);
    const opener =
      press.on === 'control' ? openerOfControl(press.control, url) : openerToOne(press.path, url);
    // A press that opens none, but for an answer to a question, shows that nothing is opening.
    const isElsewhere =
      event.isTrusted && event.type === 'click' && !isAnswer(event.composedPath());
    if (opener !== null || isElsewhere) this.#openers.pressed(opener, Date.now());
  }
}

/** A fault in one thing that we do stays with it. */
function apart(doIt: () => void): void {
  try {
    doIt();
  } catch (error) {
    reportError(error);
  }
}

/** Starts the overlay; what is shown follows once there is a document to show it in. */
export function run(): void {
  const overlay = new Overlay();
  overlay.listen();
  const begin = () => {
    // An answer of the server's that is XML or an image is a document as well.
    if (document instanceof HTMLDocument) overlay.begin();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
