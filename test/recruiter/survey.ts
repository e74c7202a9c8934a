import type { Locator, Page } from '@playwright/test';
import type { StandIn } from './server.ts';

type Marks = { attributes: string[]; classes: string[] };

/** Every `data-` attribute and every class on a page, each once. */
export function marksOn(page: Page): Promise<Marks> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const attributes = all.flatMap((element) => element.getAttributeNames());
    return {
      attributes: [...new Set(attributes.filter((name) => name.startsWith('data-')))],
      classes: [...new Set(all.flatMap((element) => [...element.classList]))],
    };
  });
}

/** A page, and what is on it once all its parts have arrived. */
type Surveyed = { path: string; ready: (page: Page) => Locator };

/** Every page of the stand-in. */
export function surveyed(standIn: StandIn): Surveyed[] {
  const project = `/talent/hire/${standIn.projects[0]?.id ?? ''}`;
  const member = standIn.people[0]?.memberId ?? '';
  const at = (path: string, selector: string): Surveyed => ({
    path,
    ready: (page) => page.locator(selector).first(),
  });
  const composing = 'rightRail=composer';
  return [
    at('/talent/home', '[data-test-hp-project-list-item]'),
    at('/talent/contract-chooser', '[data-test-contract-select]'),
    at('/talent/search?searchContextId=6f1c&start=0', '[data-test-row-lockup]'),
    at(
      `/talent/search/profile/${member}?start=0&trk=SEARCH_GLOBAL&${composing}`,
      '.profile-slidein__container [data-test-compose-body]',
    ),
    at(`${project}/manage/all`, '[data-test-row-lockup]'),
    at(
      `${project}/manage/all/profile/${member}?${composing}`,
      '.profile-slidein__container [data-test-compose-body]',
    ),
    at(`${project}/discover/recruiterSearch?start=0`, '[data-test-row-lockup]'),
    at(`/talent/profile/${member}?project=&trk=SEARCH_GLOBAL`, '.similar-profiles__row'),
    at(`/talent/profile/${member}?project=&${composing}`, '[data-test-compose-body]'),
    at('/talent/projects', '[data-test-hp-project-list-item]'),
    at('/talent/inbox', '[data-test-rich-message-body]'),
    at('/talent/reports', 'table'),
    at('/recruiter/smartsearch/clipboard', '#project-bulk-action'),
  ];
}
