import type { FrameLocator, Locator, Page } from '@playwright/test';
import { SEARCH, type RecruiterPage } from '#test/browser/recruiter-page.ts';
import type { StandIn } from '#test/recruiter/server.ts';

type Root = Page | FrameLocator;

/** Somewhere that several people can be written to at once, as a test meets it. */
export type BulkPlace = {
  path(standIn: StandIn): string;
  /** Where its list stands, and where the composer does: the page, unless it is a frame. */
  list(page: Page): Root;
  composer(page: Page): Root;
  /** Selects all that it shows. */
  all(root: Root): Locator;
  control(root: Root): Locator;
  /** Behind this button, where there is no room. */
  overflow?: (root: Root) => Locator;
  /** Its control is made anew every now and then, and a press in that very moment is heard by none. */
  isMadeAnew?: boolean;
};

const inPage = (page: Page): Root => page;

const list: Omit<BulkPlace, 'path'> = {
  list: inPage,
  composer: inPage,
  all: (root) => root.locator('.profile-list__select-all input'),
  control: (root) => root.locator('button[data-test-action="send-message"]').first(),
};

const retired: Omit<BulkPlace, 'path'> = {
  ...list,
  all: (root) => root.locator('input[data-tracking-control-name="selectAllBtn"]'),
  control: (root) => root.locator('button#project-bulk-action'),
};

const project = (standIn: StandIn, path: string): string =>
  `/talent/hire/${standIn.projects[0]?.id ?? ''}/${path}`;

/** Every surface from which bulk can be sent. */
export const SURFACES: Record<string, BulkPlace> = {
  'search results': { ...list, path: () => SEARCH },
  'a search inside a project': {
    ...list,
    path: (standIn) => project(standIn, 'discover/recruiterSearch?start=0'),
  },
  'a project’s pipeline': { ...list, path: (standIn) => project(standIn, 'manage/all') },
  'similar profiles': {
    ...list,
    path: (standIn) => `/talent/profile/${standIn.people[0]?.memberId ?? ''}?project=`,
    all: (root) => root.locator('.similar-profiles__container input').first(),
  },
  'the clipboard': { ...retired, path: () => '/recruiter/smartsearch/clipboard' },
  'an old project under /recruiter': { ...retired, path: () => '/recruiter/projects/314159' },
  'an old project under /cap': { ...retired, path: () => '/cap/project/savedProfiles/314159' },
};

const variant = (name: string, change: Partial<BulkPlace> = {}): BulkPlace => ({
  ...list,
  path: () => `${SEARCH}&variant=${name}`,
  ...change,
});

const inFrames: Partial<BulkPlace> = {
  list: (page) => page.frameLocator('main iframe'),
  composer: (page) => page.frameLocator('[data-live-slidein-modal] iframe'),
};

/** What the page may do with the controls of a surface. */
export const SHAPES: Record<string, BulkPlace> = {
  'made anew again and again': variant('rerenders', { isMadeAnew: true }),
  'behind the overflow button': variant('bar-overflow', {
    overflow: (root) => root.locator('button[aria-label="More Items"]'),
  }),
  'in an open shadow root': variant('in-shadow'),
  'in an empty frame': variant('in-frame', inFrames),
  'in a frame with a document of its own': variant('in-srcdoc', inFrames),
  'with its composer in a modal dialog': variant('in-dialog'),
};

/** The place on one page, with the selection made. */
export class OpenPlace {
  readonly at: RecruiterPage;
  readonly #place: BulkPlace;

  constructor(at: RecruiterPage, place: BulkPlace) {
    this.at = at;
    this.#place = place;
  }

  get control(): Locator {
    return this.#place.control(this.#place.list(this.at.page));
  }
  get #composer(): Root {
    return this.#place.composer(this.at.page);
  }
  /** By the classes that old and new composers have in common. */
  get send(): Locator {
    return this.#composer.locator('button.compose-actions__submit-button');
  }
  get subject(): Locator {
    return this.#composer.locator('input.compose-subject__input');
  }
  get text(): Locator {
    return this.#composer.locator('.ql-editor, textarea.compose-textarea__textarea');
  }
  get strip(): Locator {
    return this.#composer.locator('good-standing[data-place="strip"]');
  }
  get dismiss(): Locator {
    return this.#composer.locator('button[aria-label="Dismiss composer"]');
  }

  async select(): Promise<void> {
    const root = this.#place.list(this.at.page);
    await this.#place.all(root).check();
    if (this.#place.overflow !== undefined) await this.#place.overflow(root).click();
    await this.control.waitFor();
  }

  /** The control stays for a while. */
  async atRest(): Promise<void> {
    if (this.#place.isMadeAnew !== true) return;
    const now = await this.control.elementHandle();
    await now?.waitForElementState('hidden');
  }

  /** Opens the composer, as long as that is not held, and writes, until nothing of ours moves Send any more. */
  async write(): Promise<void> {
    await this.control.click();
    await this.send.waitFor();
    if ((await this.subject.count()) > 0) await this.subject.fill('A role');
    await this.text.fill('Would you like to hear about a role?');
    // In a shadow root it is known that somebody writes there when they do.
    await this.strip.waitFor();
  }
}
