import type { Recipient, Session } from '../wire.ts';
import type { Texts } from './texts/en.ts';

/** What every part is handed. */
export type App = {
  readonly session: Session;
  readonly texts: Texts;
  /** Changes the address without a load. */
  go(path: string): void;
  /** The list behind a slide-in profile, for its previous and next. */
  listed: Recipient[];
};

/** A number as the seat's language groups it, from four digits on. */
export function grouped(app: App, count: number): string {
  return new Intl.NumberFormat(app.session.locale, { useGrouping: 'always' }).format(count);
}

/** Puts words into `{places}`; numbers are grouped. */
export function say(
  app: App,
  key: keyof Texts,
  words: Readonly<Record<string, string | number>> = {},
): string {
  return app.texts[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name];
    return typeof word === 'number' ? grouped(app, word) : (word ?? whole);
  });
}

export function day(app: App, at: number): string {
  return new Intl.DateTimeFormat(app.session.locale, { day: 'numeric', month: 'short' }).format(at);
}

/** Waits as parts of the page do; false if the page has been left meanwhile. */
export async function arrived(app: App, left: AbortSignal): Promise<boolean> {
  const [least, most] = app.session.lateMs;
  await new Promise((done) => {
    setTimeout(done, least + Math.random() * (most - least));
  });
  return !left.aborted;
}

export async function ask<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
