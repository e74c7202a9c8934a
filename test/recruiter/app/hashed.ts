/** FNV-1a: enough to look like the hash of a build. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}

/** A class as a build of today names it: `_lockup_1iyh5y`, another one with each load. */
export function hashedClass(name: string, salt: string): string {
  return `_${name}_${hashOf(name + salt)
    .toString(36)
    .padStart(6, '0')
    .slice(0, 6)}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A class of 30 to 40 letters that says nothing, as many elements carry one. */
export function randomClass(name: string, salt: string): string {
  let hash = hashOf(salt + name);
  const length = 30 + (hash % 11);
  let made = '';
  for (let at = 0; at < length; at += 1) {
    hash = (Math.imul(hash, 1_664_525) + 1_013_904_223) >>> 0;
    made += LETTERS.charAt((hash >>> 8) % LETTERS.length);
  }
  return made;
}

const SHAPE = /^(?:_[a-z0-9-]+_[0-9a-z]{6}|[A-Za-z]{30,40})$/;

/** Whether nobody could rely on a class. */
export function isPerishable(className: string): boolean {
  return SHAPE.test(className);
}
