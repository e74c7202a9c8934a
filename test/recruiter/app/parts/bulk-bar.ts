import type { ElementName } from '../../elements.ts';
import { grouped, say, type App } from '../app.ts';
import { part, plain } from '../dom.ts';
import { icon } from '../icons.ts';
import { toast, writeNote } from './outlets.ts';
import type { Selection } from './selection.ts';
import { openBulkComposer } from './slide-in-composer.ts';

const RERENDER_MS = 700;

type Action = {
  name: Extract<ElementName, `bulk${string}`>;
  drawing: Parameters<typeof icon>[0];
  label: string;
  run: () => void;
};

function actionsOf(app: App, selection: Selection, inProject: boolean): Action[] {
  const done = () => {
    toast(app, 'good', say(app, 'saved'));
  };
  const everywhere: Action[] = [
    {
      name: 'bulkMessage',
      drawing: 'message',
      label: messageLabel(app, selection),
      run: () => {
        openBulkComposer(app, selection);
      },
    },
    { name: 'bulkSave', drawing: 'save', label: say(app, 'saveToProject'), run: done },
    {
      name: 'bulkNote',
      drawing: 'note',
      label: say(app, 'addNote'),
      run: () => {
        writeNote(app);
      },
    },
  ];
  if (!inProject) return everywhere;
  return [
    ...everywhere,
    { name: 'bulkMove', drawing: 'people', label: say(app, 'move'), run: done },
    { name: 'bulkArchive', drawing: 'archive', label: say(app, 'archive'), run: done },
  ];
}

function messageLabel(app: App, selection: Selection): string {
  return say(app, 'bulkMessage', { count: grouped(app, selection.size) });
}

type Bar = { element: HTMLElement; layOut(): void; relabel(): void };

/** Actions stand in a toolbar; those without room are made only once the overflow is opened. */
function makeBar(app: App, selection: Selection, inProject: boolean): Bar {
  const toolbar = part('bulkToolbar', { look: 'toolbar' });
  const element = part('bulkBar', { look: 'bulk-bar' }, toolbar);
  let label: HTMLElement | null = null;

  const item = ({ name, drawing, label: text, run }: Action) => {
    const words = plain('span', {}, text);
    if (name === 'bulkMessage') label = words;
    return plain(
      'li',
      {},
      part(name, { look: 'button quiet', onClick: run }, icon(drawing), words),
    );
  };
  const overflow = (hidden: Action[]) => {
    const menu = plain('ul', { look: 'menu' });
    const trigger = plain(
      'button',
      {
        look: 'icon-button',
        set: { 'aria-label': say(app, 'moreItems'), 'aria-expanded': 'false' },
        onClick: () => {
          const opens = menu.childElementCount === 0;
          menu.replaceChildren(...(opens ? hidden.map(item) : []));
          trigger.setAttribute('aria-expanded', String(opens));
          relabel();
        },
      },
      icon('more'),
    );
    return plain('li', { look: 'menu-holder' }, trigger, menu);
  };
  const relabel = () => {
    if (label !== null) label.textContent = messageLabel(app, selection);
  };
  const layOut = () => {
    const actions = actionsOf(app, selection, inProject);
    let shown = app.session.flags.barOverflows ? 0 : actions.length;
    const show = () => {
      const hidden = actions.slice(shown);
      toolbar.replaceChildren(...actions.slice(0, shown).map(item));
      if (hidden.length > 0) toolbar.append(overflow(hidden));
    };
    show();
    while (shown > 0 && toolbar.scrollWidth > toolbar.clientWidth + 1) {
      shown -= 1;
      show();
    }
  };
  return { element, layOut, relabel };
}

/** Holds one button while nothing is selected; the bar exists only with a selection. */
export function bulkActions(
  app: App,
  selection: Selection,
  place: { inProject: boolean; insights: boolean },
  left: AbortSignal,
): HTMLElement {
  const holder = part('bulkActions', { look: 'bulk-actions' });
  const insights = () =>
    part(
      'searchInsights',
      { look: 'button quiet' },
      icon('insights'),
      plain('span', {}, say(app, 'insights')),
    );
  let bar: Bar | null = null;
  let laidOutPx = 0;
  const layOut = () => {
    bar?.layOut();
    laidOutPx = holder.clientWidth;
  };
  selection.watch(() => {
    if (selection.size === 0) {
      bar = null;
      holder.replaceChildren(...(place.insights ? [insights()] : []));
    } else if (bar === null) {
      bar = makeBar(app, selection, place.inProject);
      holder.replaceChildren(bar.element);
      layOut();
    } else {
      bar.relabel();
    }
  });
  // It is told of the first size as well, for which the bar has been laid out already.
  const widths = new ResizeObserver(() => {
    if (holder.clientWidth !== laidOutPx) layOut();
  });
  widths.observe(holder);
  const renders = app.session.flags.rerenders ? setInterval(layOut, RERENDER_MS) : 0;
  left.addEventListener('abort', () => {
    widths.disconnect();
    clearInterval(renders);
  });
  return holder;
}
