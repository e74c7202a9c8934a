/** A holder's name as it is compared: exact, but for how its accents and spaces are encoded. */
export function holderKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}
