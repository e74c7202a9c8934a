import { expect, test } from 'vitest';
import { BULK_CONTROLS } from '#extension/surfaces/bulk-list.ts';
import { send } from '#extension/surfaces/composer-parts.ts';
import { isPageOf, pageAt, SURFACES } from '#extension/surfaces/list.ts';
import { PAGE_EXAMPLES } from '#extension/surfaces/page-examples.ts';

const PAGES = SURFACES.filter(({ path }) => path !== null);

for (const surface of SURFACES) {
  test(`${surface.name}: its pages are its own`, () => {
    const { yes, no } = PAGE_EXAMPLES[surface.name] ?? { yes: [], no: [] };
    for (const address of yes) {
      const matching = SURFACES.filter((other) => isPageOf(other, new URL(address)));
      expect(
        matching.map(({ name }) => name),
        address,
      ).toEqual([surface.name]);
      expect(pageAt(new URL(address))).toBe(surface.name);
    }
    for (const address of no) {
      expect(isPageOf(surface, new URL(address)), address).toBe(false);
    }
  });

  test(`${surface.name}: its anchors say when they were seen, and how sure that is`, () => {
    for (const [name, part] of Object.entries(surface.parts)) {
      for (const [selector, seen, confidence] of part) {
        expect(seen ?? '2026-01', `${name} ${selector}`).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
        expect(['A', 'B+', 'B', 'C', 'D']).toContain(confidence);
        // Ids of this form change with every render.
        expect(selector).not.toMatch(/#ember\d/);
      }
    }
    for (const name of surface.required) expect(surface.parts[name], name).not.toHaveLength(0);
  });
}

test('every page that a surface has is given by examples, of both kinds', () => {
  for (const { name } of PAGES) {
    expect(PAGE_EXAMPLES[name]?.yes, name).not.toHaveLength(0);
    expect(PAGE_EXAMPLES[name]?.no, name).not.toHaveLength(0);
  }
  expect(Object.keys(PAGE_EXAMPLES).toSorted()).toEqual(PAGES.map(({ name }) => name).toSorted());
});

test('the guard knows the bulk control of every surface that has one', () => {
  for (const { name, bulk } of SURFACES)
    if (bulk !== null) expect(BULK_CONTROLS, name).toContain(bulk);
});

test('whatever is looked for again and again is a button, as only those are searched for', () => {
  const parts = [send, ...BULK_CONTROLS.map(({ control }) => control)];
  for (const [selector] of parts.flat()) expect(selector).toMatch(/^button(?![\w-])/);
});

test('the names of the surfaces are different', () => {
  expect(new Set(SURFACES.map(({ name }) => name)).size).toBe(SURFACES.length);
});

test('a page that nobody declared is other', () => {
  for (const path of ['/talent/projects', '/talent/jobs']) {
    expect(pageAt(new URL(`https://www.linkedin.com${path}`))).toBe('other');
  }
});
