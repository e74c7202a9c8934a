import { find } from '#extension/surfaces/find.ts';
import type { Part } from '#extension/surfaces/surface.ts';
import { languageOf, type Language } from '#shared/words/language.ts';

const localeTag: Part = [['meta[name="i18nLocale"]', '2026-06', 'A']];

/** The language that Recruiter's page is in. */
export function languageOfPage(page: Document): Language {
  const tag = find(localeTag, page.querySelector('head') ?? page);
  const named = tag instanceof HTMLMetaElement ? tag.content : '';
  return languageOf(named === '' ? page.documentElement.lang : named);
}

/** False while a page has taken its body away. */
export function hasBody(page: Document): boolean {
  return page.querySelector('body') !== null;
}

export type Theme = 'light' | 'dark';

/** Luminance of a colour as getComputedStyle writes it; null where it lets through what is under it. */
function luminanceOf(color: string): number | null {
  const [red = 255, green = 255, blue = 255, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return alpha < 0.5 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Light or dark as Recruiter's page is where we stand, whatever the system prefers. */
function lookUpTheme(element: Element): Theme {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const luminance = luminanceOf(getComputedStyle(at).backgroundColor);
    if (luminance !== null) return luminance < 0.45 ? 'dark' : 'light';
  }
  return 'light';
}

const THEME_KEPT_MS = 3_000;

type Kept = { theme: Theme; until: number };

/** By what stands around an element, and its class: what the page draws anew there looks the same. */
const themes = new WeakMap<Element, Map<string, Kept>>();

/** The same, looked up now and then only: asking for a colour has the page styled anew. */
export function themeAt(element: Element): Theme {
  const now = performance.now();
  const around = element.parentElement ?? element;
  const byClass = themes.get(around) ?? new Map<string, Kept>();
  themes.set(around, byClass);
  const name = element.getAttribute('class') ?? '';
  const kept = byClass.get(name);
  if (kept !== undefined && now < kept.until) return kept.theme;
  const theme = lookUpTheme(element);
  byClass.set(name, { theme, until: now + THEME_KEPT_MS });
  return theme;
}
