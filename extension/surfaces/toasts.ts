import { readCount } from '#extension/surfaces/count.ts';
import { findAll, inPath } from '#extension/surfaces/find.ts';
import { surface, type Part } from '#extension/surfaces/surface.ts';

const toast: Part = [
  ['[data-test-artdeco-toast-item]', '2026-06', 'B'],
  ['#artdeco-toasts > *', '2026-06', 'A'],
  ['#hue-web-toast-outlet > *', '2026-06', 'A'],
];
const dialog: Part = [
  ['#artdeco-modal-outlet [role="dialog"]', '2026-06', 'C'],
  ['#artdeco-modal-outlet [role="alertdialog"]', '2026-06', 'C'],
  ['#hue-web-modal-outlet [role="dialog"]', '2026-06', 'C'],
];

/** Where Recruiter says that a message went out or did not, and where it asks. */
export const toasts = /* @__PURE__ */ surface({
  name: 'toasts',
  path: null,
  parts: { toast, dialog },
  required: [],
  bulk: null,
});

/** Asked before the good words, as "not sent" holds "sent". */
const BAD =
  /\b(not|could|cannot|can't|too many|again|limit|restricted|failed|unable|paused)\b|nicht|erneut|fehl|pausiert|limit|\bno\b|error|vuelve|límite|\bpas\b|échou|réessay|erreur/i;
const GOOD = /\bsent\b|gesendet|enviad[oa]s?|envoyée?s?/i;

/** What a toast says of a send, as far as the languages that were seen tell. */
export type ToastSays = 'sent' | 'not_sent' | 'unclear';

export type Toast = Readonly<{
  element: HTMLElement;
  says: ToastSays;
  /** The one number in it. */
  count: number | null;
}>;

export function readToast(text: string, isAlert: boolean): Omit<Toast, 'element'> {
  const count = readCount(text);
  if (isAlert || BAD.test(text)) return { says: 'not_sent', count };
  return { says: GOOD.test(text) ? 'sent' : 'unclear', count };
}

export function toastsIn(root: ParentNode): Toast[] {
  return findAll(toast, root).map((element) => ({
    element,
    ...readToast(element.textContent, element.role === 'alert'),
  }));
}

/** True for a press in a question of Recruiter's. */
export function isAnswer(path: readonly EventTarget[]): boolean {
  return inPath(dialog, path) !== null;
}

/** True while Recruiter asks something, such as whether to send. */
export function isAsking(root: ParentNode): boolean {
  return findAll(dialog, root).some((one) => one.checkVisibility());
}
