import { render } from 'preact';
import type { StartPart } from '#extension/features/feature.ts';
import { sayLately } from '#extension/features/lately-messaged.ts';
import { requestRead } from '#extension/features/read-request.ts';
import { stripContent } from '#extension/features/strip-content.ts';
import { Place } from '#extension/surfaces/place.ts';
import { Strip } from '#extension/ui/strip.tsx';
import { judgePress } from '#shared/policy/gate.ts';

/** The rate where messages are written, in every composer that is open. */
export const startComposerStrip: StartPart = (around, styles) => {
  const { tell } = around;
  const latelyIn = sayLately(around);
  const places = new Map<HTMLElement, Place>();
  const placeIn = (composer: HTMLElement): Place => {
    const known = places.get(composer);
    if (known !== undefined) return known;
    const place = new Place('strip', styles.strip);
    places.set(composer, place);
    return place;
  };
  return ({ view, seen, numbers, words, notice }) => {
    const { reading, shown } = view;
    // Where nothing is known the chip says so; a composer is not the place for it.
    const isShown = reading !== null && shown !== 'nothing' && shown !== 'unknown';
    const open = isShown ? seen.composers.filter(({ send }) => send !== null) : [];
    for (const [composer, place] of places) {
      if (open.some(({ element }) => element === composer)) continue;
      place.keepAt(null);
      places.delete(composer);
    }
    if (reading === null) return;
    for (const composer of open) {
      const { element, spot, recipients } = composer;
      const place = placeIn(element);
      place.keepAt(spot);
      const verdict = judgePress(reading.gate, 'composer', recipients, view.now);
      const content = stripContent(
        view,
        reading,
        { recipients, isHeld: !verdict.allowed, notice: notice?.content ?? null },
        { numbers, words },
      );
      render(
        <Strip
          {...content}
          lately={view.isHere && verdict.allowed ? latelyIn(composer, seen.language) : null}
          onOpenNotice={() => {
            if (notice !== null) requestRead(notice);
          }}
          onLearnMore={({ isTrusted }) => {
            const { language } = seen;
            if (isTrusted) tell.open({ page: 'policy', question: 'the-rule', language });
          }}
        />,
        place.drawing,
      );
    }
  };
};
