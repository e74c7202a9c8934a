import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What a person with a screen reader, a keyboard or weak eyes would stumble over.
 * @param within a selector; the whole page where it is left out.
 */
export async function faultsOf(page: Page, within = ':root'): Promise<string[]> {
  // Evaluated, not added as a script: no page's content security policy is in its way.
  await page.evaluate(axe.source);
  const json: unknown = await page.evaluate(
    `axe.run({ include: [[${JSON.stringify(within)}]] }).then(({ violations }) => JSON.stringify(
       violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))))`,
  );
  assert(typeof json === 'string');
  const faults: unknown = JSON.parse(json);
  assert(Array.isArray(faults));
  return faults.map(String);
}
