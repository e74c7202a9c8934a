import type { Locale, Session } from '../wire.ts';
import { ask, type App } from './app.ts';
import { showMarks } from './dom.ts';
import { DE } from './texts/de.ts';
import { EN, type Texts } from './texts/en.ts';
import { ES } from './texts/es.ts';
import { FR } from './texts/fr.ts';

const TEXTS: Record<Locale, Texts> = { en: EN, de: DE, es: ES, fr: FR };

/** Asks for the seat's settings; nothing can be made before. */
export async function startApp(go: (path: string) => void): Promise<App> {
  const variant = new URLSearchParams(location.search).get('variant') ?? '';
  const session = await ask<Session>(`/talent/api/session?variant=${encodeURIComponent(variant)}`);
  showMarks(session.flags);
  return { session, texts: TEXTS[session.locale], go, listed: [] };
}
