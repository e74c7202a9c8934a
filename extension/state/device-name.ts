/** Newest first where one names itself beside another that it is built on. */
const BROWSERS: readonly [mark: RegExp, name: string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
];
const SYSTEMS: readonly [mark: RegExp, name: string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

function nameIn(names: readonly [mark: RegExp, name: string][], text: string): string | null {
  const [, name] = names.find(([mark]) => mark.test(text)) ?? [null, null];
  return name;
}

/**
 * What people tell this browser by in the list of their devices, such as "Firefox on Linux".
 * @param userAgent as the browser calls itself.
 */
export function deviceNameOf(userAgent: string): string {
  const browser = nameIn(BROWSERS, userAgent) ?? 'Browser';
  const system = nameIn(SYSTEMS, userAgent);
  return system === null ? browser : `${browser} on ${system}`;
}
