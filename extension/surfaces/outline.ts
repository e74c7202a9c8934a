const DEEPEST = 9;
const LONGEST = 3_500;
/** Classes that say what a thing is, in words with dashes; those made by a machine are left out. */
const TELLING = /^[a-z]{2,20}(?:[-_]{1,2}[a-z]{2,20})+$/;
const UNTOLD = new Set(['script', 'style', 'svg', 'good-standing']);

function namesOf(element: Element): string {
  const classes = [...element.classList].filter((name) => TELLING.test(name) && name.length <= 60);
  const attributes = element
    .getAttributeNames()
    .filter((name) => name === 'role' || name.startsWith('data-'));
  const dotted = classes.map((name) => `.${name}`);
  return [element.localName, ...dotted, ...attributes.map((name) => `[${name}]`)].join('');
}

/**
 * The shape of the page for whoever mends a surface: names of elements, of attributes and of classes.
 * No text, no value and no address is read, so that nobody can stand in it.
 */
export function outlineOf(root: Element): string {
  let left = LONGEST;
  const draw = (element: Element, depth: number): string => {
    const names = namesOf(element);
    left -= names.length + 2;
    if (left < 0 || depth === DEEPEST) return left < 0 ? '' : names;
    const parts = [...element.children]
      .filter(({ localName }) => !UNTOLD.has(localName))
      .map((child) => draw(child, depth + 1))
      .filter((drawn) => drawn !== '');
    return parts.length === 0 ? names : `${names}(${parts.join(' ')})`;
  };
  return draw(root, 0);
}
