import { createHmac } from 'node:crypto';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { isObject } from '#shared/policy/outcome.ts';

/** The fields that say what they say, a project's name among them; of every other, only that it is there. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'id type at recordedAt seat inmail mode channel cost surface batch template segment outcome to ' +
    'notice reason terms contract standing everWarned countsFrom periodEndsAt project'
  ).split(' '),
);
/** 32 bytes as base64url: what browsers make of a recipient, and what comes of texts here. */
const HASH = /^[\w-]{43}$/;
/** A surface is a place in a program, and none that we know has a capital or an address. */
const SURFACE = /^[a-z][a-z\d_ -]{0,39}$/;
const FIELD_NAME = /^[a-z][\w-]{0,39}$/i;

export type KeyText = (text: string) => string;

/**
 * What is kept of a text that may say who somebody is: a hash under the contract's key, the same as a
 * browser makes of a member's id. Two that are the same stay the same, and nobody can read them.
 */
export function keyedBy(recipientKey: string): KeyText {
  const key = Buffer.from(recipientKey, 'base64url');
  return (text) => {
    if (text === '' || HASH.test(text)) return text;
    return createHmac('sha256', key).update(text).digest('base64url');
  };
}

function keyedValue(value: unknown, keyText: KeyText): unknown {
  if (typeof value === 'string') return keyText(value);
  if (Array.isArray(value)) return value.map((item) => keyedValue(item, keyText));
  return isObject(value) ? keyedFields(value, keyText) : value;
}

function keyedFields(fields: RawEvent, keyText: KeyText): RawEvent {
  const entries = Object.entries(fields).map(([name, value]) => {
    const kept = FIELD_NAME.test(name) ? name : keyText(name);
    return [kept, keyedValue(value, keyText)] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * An event as it is kept: whoever sends it, whom it is to and what nobody asked for are in it as hashes
 * alone.
 */
export function keyedEvent(raw: RawEvent, keyText: KeyText): RawEvent {
  const { surface } = raw;
  const isSaid = typeof surface !== 'string' || SURFACE.test(surface);
  const others = Object.entries(raw).filter(([name]) => !KNOWN.has(name));
  if (isSaid && others.length === 0) return raw;
  const known = Object.entries(raw).filter(([name]) => KNOWN.has(name));
  return {
    ...Object.fromEntries(known),
    ...(isSaid ? {} : { surface: keyText(surface) }),
    ...keyedFields(Object.fromEntries(others), keyText),
  };
}
