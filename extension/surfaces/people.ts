import { around, find, findAll } from '#extension/surfaces/find.ts';
import { plainName } from '#extension/surfaces/nav.ts';
import { memberIdIn, profileList, row, rowBox, rowLink } from '#extension/surfaces/profile-list.ts';

/** Somebody as a row of a list shows them. */
export type PersonSeen = Readonly<{
  memberId: string;
  /** As it is displayed; null where it cannot be read. The inbox has nothing else of a person. */
  name: string | null;
}>;

function personIn(found: Element): PersonSeen | null {
  const link = find(rowLink, found);
  const memberId = link instanceof HTMLAnchorElement ? memberIdIn(link.href) : null;
  if (link === null || memberId === null) return null;
  const name = plainName(link.textContent);
  return { memberId, name: name === '' ? null : name };
}

/** The person of the row that a control stands in; null outside a row. */
export function personOfRow(control: Element): PersonSeen | null {
  const found = around(row, control);
  return found === null ? null : personIn(found);
}

/** A member with the name that a row on the page gives them, where there is one. */
export function personNamed(memberId: string, root: ParentNode): PersonSeen {
  const people = findAll(row, root).flatMap((found) => personIn(found) ?? []);
  return people.find((person) => person.memberId === memberId) ?? { memberId, name: null };
}

/**
 * Those of the selected people whose rows are drawn, for the list that a bulk control is of. Most
 * rows of a long list are not: these are some of the recipients, and never their number.
 */
export function selectedBeside(control: Element): PersonSeen[] {
  const area = around(profileList.area, control);
  if (area === null) return [];
  return findAll(row, area).flatMap((found) => {
    const box = find(rowBox, found);
    const isSelected = box instanceof HTMLInputElement && box.checked;
    return isSelected ? (personIn(found) ?? []) : [];
  });
}
