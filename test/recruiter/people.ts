import assert from 'node:assert/strict';
import {
  EMPLOYERS,
  FAMILY_NAMES,
  GIVEN_NAMES,
  PLACES,
  PROJECTS,
  ROLES,
  SCHOOLS,
} from './data/names.ts';
import type { Decoration, Person, Project } from './wire.ts';

export type Chance = () => number;

/** Mulberry32: small, and the same numbers for the same seed on every machine. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(chance: Chance, from: readonly T[]): T {
  const chosen = from[Math.floor(chance() * from.length)];
  assert(chosen !== undefined, 'there is something to pick from');
  return chosen;
}

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'.split('');

export function inventId(chance: Chance, length: number): string {
  return Array.from({ length }, () => pick(chance, ID_LETTERS)).join('');
}

function shuffled(chance: Chance, count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const [a, b] = [order[last] ?? 0, order[other] ?? 0];
    order[last] = b;
    order[other] = a;
  }
  return order;
}

const DECORATIONS: readonly Decoration[] = [
  'conversations',
  'projects',
  'views',
  'notes',
  'connections',
];

function inventPerson(chance: Chance, firstName: string, lastName: string): Person {
  const [role, industry, words] = pick(chance, ROLES);
  const employer = pick(chance, EMPLOYERS);
  const since = 2017 + Math.floor(chance() * 8);
  return {
    memberId: `AEMAA${inventId(chance, 34)}`,
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    role,
    employer,
    headline: `${role} at ${employer}, ${words}`,
    place: pick(chance, PLACES),
    industry,
    degree: chance() < 0.12 ? 1 : chance() < 0.5 ? 2 : 3,
    earlier: {
      role: pick(chance, ROLES)[0],
      employer: pick(chance, EMPLOYERS),
      from: since - 2 - Math.floor(chance() * 4),
      to: since,
    },
    since,
    school: pick(chance, SCHOOLS),
    decorations: DECORATIONS.filter(() => chance() < 0.16),
  };
}

/** Invented people, no two of one name, the same ones for the same seed. */
export function inventPeople(seed: number, count: number): Person[] {
  const chance = seededChance(seed);
  const names = GIVEN_NAMES.length * FAMILY_NAMES.length;
  assert(count <= names, `there are names for ${names} people`);
  return shuffled(chance, names)
    .slice(0, count)
    .map((number) =>
      inventPerson(
        chance,
        GIVEN_NAMES[number % GIVEN_NAMES.length] ?? '',
        FAMILY_NAMES[Math.floor(number / GIVEN_NAMES.length)] ?? '',
      ),
    );
}

export type StaffedProject = Project & { members: Person[] };

/** Projects share people with the search, as they do when people are saved from it. */
export function inventProjects(seed: number, people: readonly Person[]): StaffedProject[] {
  const chance = seededChance(seed + 1);
  return PROJECTS.map(([name, place, wanted], index) => {
    const members = shuffled(chance, people.length)
      .slice(0, Math.min(wanted, people.length))
      .flatMap((at) => people[at] ?? []);
    const id = String(1_004_000_000 + index * 7_313 + Math.floor(chance() * 5_000));
    return { id, name, place, people: members.length, members };
  });
}
