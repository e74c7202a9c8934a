import { find } from '#extension/surfaces/find.ts';
import { surface, type Part } from '#extension/surfaces/surface.ts';
import { plainText } from '#shared/words/plain-text.ts';

const right: Part = [['[data-test-global-nav-right]', '2026-07', 'A']];
const contractName: Part = [['[data-test-user-contract-name]', '2026-07', 'A']];

/** The global navigation: where the chip stands, and which contract is open. */
export const nav = /* @__PURE__ */ surface({
  name: 'nav',
  path: null,
  parts: { right, contractName },
  required: ['right', 'contractName'],
  bulk: null,
});

/** Pages of today's product have it, as soon as they are there; those of the retired one never do. */
export const hasNav = ({ pathname }: URL): boolean => pathname.startsWith('/talent');

export function navRightIn(root: ParentNode): HTMLElement | null {
  return find(right, root);
}

/** One spelling of a name, however the page spaces it. */
export function plainName(name: string): string {
  return plainText(name.normalize('NFC').replaceAll(/\s+/g, ' ')).trim();
}

/** The contract that Recruiter's navigation names; null where it names none. */
export function contractNameIn(root: ParentNode): string | null {
  const shown = find(contractName, root);
  const name = shown === null ? '' : plainName(shown.textContent);
  return name === '' ? null : name;
}
