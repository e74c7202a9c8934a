import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { refusals } from '#extension/features/refusals.ts';
import type { StoredGate } from '#extension/state/stored.ts';
import { recipientsOf } from '#extension/surfaces/composer.ts';
import { inPath } from '#extension/surfaces/find.ts';
import { RECRUITER_PAGES } from '#extension/surfaces/matches.ts';
import { contractNameIn, plainName } from '#extension/surfaces/nav.ts';
import { OpenerMemory } from '#extension/surfaces/opener.ts';
import { pressOf } from '#extension/surfaces/press.ts';
import { messageToOne } from '#extension/surfaces/profile-list.ts';
import { outermost } from '#extension/surfaces/realm.ts';
import { judgePress, type Verdict } from '#shared/policy/gate.ts';

/** Everything by which a person can press a control, in the order in which browsers send it. */
const PRESSES =
  'pointerdown mousedown touchstart pointerup mouseup touchend click auxclick dblclick keydown keypress keyup submit';

declare global {
  var goodStandingOpeners: OpenerMemory<number> | undefined;
}

let stored: StoredGate | null | undefined;

/** Reads the stored gate itself: the storage library would double this script. */
async function readGate(): Promise<void> {
  stored = (await browser.storage.local.get<{ gate?: StoredGate | null }>('gate')).gate;
}

/** One memory for all frames: a control in one of them may open a composer in another. */
function openersOfPage(): OpenerMemory<number> {
  return (outermost().goodStandingOpeners ??= new OpenerMemory());
}

/** What is decided of a press; null for what presses nothing of ours. */
function judge(event: Event, openers: OpenerMemory<number>, gate: StoredGate): Verdict | null {
  const pressed = pressOf(event);
  const now = Date.now() + gate.clockOffsetMs;
  // A surface that is switched off holds nothing, and says nothing of who opened what.
  if (pressed === null || gate.lets?.includes(pressed.on)) return null;
  if (pressed.on === 'composer') {
    // Asked at the first touch, so that the opener is this composer's and nobody else's.
    const openedFor = openers.of(pressed.composer, now);
    if (!pressed.sends) return null;
    return judgePress(gate.gate, 'composer', recipientsOf(pressed.composer, openedFor), now);
  }
  const recipients =
    pressed.on === 'control' ? pressed.control.recipients : inPath(messageToOne, pressed.path) && 1;
  const verdict = judgePress(gate.gate, 'control', recipients, now);
  // What is held opens nothing, and a press anywhere else is no opener: what comes next, by a hot
  // key of the page perhaps, is not for those selected before.
  openers.pressed(verdict.allowed ? recipients : null, now);
  return verdict;
}

function hold(event: Event, openers: OpenerMemory<number>): void {
  // After an update this script is an orphan that nobody can reach any more: it lets go.
  if (!stored || browser.runtime?.id === undefined) return;
  const verdict = judge(event, openers, stored);
  if (verdict === null || verdict.allowed) return;
  // In a frame the navigation stands in the page around it.
  const shown = contractNameIn(outermost().document);
  // Another contract than ours is none of our business.
  if (shown !== null && shown !== plainName(stored.contractName)) return;
  // A finger on the page must go on scrolling it; the click that follows is what is held.
  if (event.type !== 'touchstart') event.preventDefault();
  event.stopImmediatePropagation();
  refusals().dispatchEvent(
    new CustomEvent(event.type, { detail: event.composedPath()[0] ?? null }),
  );
}

export default defineContentScript({
  matches: RECRUITER_PAGES,
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  main() {
    const openers = openersOfPage();
    // Never removed, and not by the context's signal: the page can make that one abort.
    for (const type of PRESSES.split(' ')) {
      window.addEventListener(
        type,
        (event) => {
          hold(event, openers);
        },
        { capture: true, passive: type === 'touchstart' },
      );
    }
    browser.storage.local.onChanged.addListener(() => void readGate());
    void readGate();
  },
});
