import { ELEMENTS, type ElementName } from '../elements.ts';
import type { Known, Tag } from '../elements/known.ts';
import type { Flags } from '../variants.ts';
import { hashedClass, randomClass } from './hashed.ts';

type Props = {
  /** Names of looks, separated by spaces; each becomes a hashed class. */
  look?: string;
  /** Attributes that every element may have: `href`, `type`, `aria-label`. */
  set?: Readonly<Record<string, string>>;
  /** Values of `data-` attributes that the table names. */
  marks?: Readonly<Record<string, string>>;
  onClick?: (event: MouseEvent) => void;
};

type Child = Node | string | null | false;

const salt =
  document.querySelector<HTMLMetaElement>('meta[name="serviceVersion"]')?.content.slice(4) ?? '';

let families: Flags['attributes'] = 'all';
let leftOut: readonly string[] = [];
let ids = 100 + Math.floor(Math.random() * 900);

/** Which marks are on the page; to be called once, before anything is made. */
export function showMarks({ attributes, without }: Flags): void {
  families = attributes;
  leftOut = without;
}

function isShown(attribute: string): boolean {
  if (leftOut.includes(attribute)) return false;
  if (families === 'all' || !attribute.startsWith('data-')) return true;
  return families === 'live-only' && !attribute.startsWith('data-test-');
}

function looks(names: string): string[] {
  return names === '' ? [] : names.split(' ').map((name) => hashedClass(name, salt));
}

function dress(element: HTMLElement, props: Props, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(props.set ?? {})) {
    if (!leftOut.includes(name)) element.setAttribute(name, value);
  }
  element.classList.add(...looks(props.look ?? ''));
  if (element instanceof HTMLButtonElement && !element.hasAttribute('type')) {
    element.type = 'button';
  }
  if (props.onClick !== undefined) element.addEventListener('click', props.onClick);
  element.append(...children.filter((child) => child !== null && child !== false));
}

/** An element that says nothing about itself. */
export function plain<T extends Tag>(
  tag: T,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  dress(element, props, children);
  return element;
}

function mark(element: HTMLElement, name: ElementName, row: Known, props: Props): void {
  for (const [attribute, value] of Object.entries({ ...row.attributes, ...props.marks })) {
    if (!(attribute in row.attributes)) throw new Error(`${attribute} is not in the table`);
    if (isShown(attribute)) element.setAttribute(attribute, value);
  }
  element.classList.add(...row.classes.filter((name) => !leftOut.includes(`.${name}`)));
  if (ids % 3 === 0) element.classList.add(randomClass(name, salt));
  element.id = row.id === null || leftOut.includes(`#${row.id}`) ? `ember${ids}` : row.id;
  ids += 1 + Math.floor(Math.random() * 4);
}

/** An element as a row of the table knows it, with an id of today. */
export function part<N extends ElementName>(
  name: N,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[(typeof ELEMENTS)[N]['tag']] {
  const row = ELEMENTS[name];
  const element = document.createElement<(typeof ELEMENTS)[N]['tag']>(row.tag);
  mark(element, name, row, props);
  dress(element, props, children);
  return element;
}

/** Text that only a screen reader is given. */
export function unseen(text: string): HTMLElement {
  return part('a11yText', { look: 'unseen' }, text);
}
