/**
 * A document that never comes to rest: a list of four thousand elements in the marks of Recruiter,
 * where texts change, rows are replaced and classes are turned, and a bulk control now and then. The
 * work is the same whoever watches it.
 */
export const CHURN = {
  elements: 4_000,
  ticks: 1_000,
  everyMs: 10,
  changesATick: 50,
  controlEveryMs: 370,
} as const;

/** What a page says when it is done. */
export type Churned = {
  /** From the first change to the last. */
  tookMs: number;
  /** From each bulk control's appearing to its being marked; null for one that never was. */
  markedAfterMs: (number | null)[];
};

/** Runs in the page: it leans on nothing but what it is given. */
async function churn({
  ticks,
  everyMs,
  changesATick,
  controlEveryMs,
}: typeof CHURN): Promise<Churned> {
  const rows = [...document.querySelectorAll('li')];
  const bar = document.querySelector('[data-test-profile-list-bulk-actions]');
  const appeared: { at: number; marked: number | null }[] = [];
  const showControl = () => {
    const control = document.createElement('button');
    control.dataset['testAction'] = 'send-message';
    control.textContent = 'Message (30)';
    const one: (typeof appeared)[number] = { at: performance.now(), marked: null };
    new MutationObserver((_, observer) => {
      one.marked = performance.now() - one.at;
      observer.disconnect();
    }).observe(control, { attributeFilter: ['aria-disabled'] });
    appeared.push(one);
    bar?.replaceChildren(control);
  };
  const began = performance.now();
  let change = 0;
  for (let tick = 0; tick < ticks; tick += 1) {
    for (let each = 0; each < changesATick; each += 1) {
      const row = rows[change % rows.length];
      const text = row?.firstElementChild;
      if (change % 3 === 0 && text) text.textContent = `Seen ${change} times`;
      else if (change % 3 === 1) row?.classList.toggle('is-new');
      else if (row && text) row.replaceChild(text.cloneNode(true), text);
      change += 1;
    }
    if (performance.now() - began >= appeared.length * controlEveryMs) showControl();
    const ahead = began + (tick + 1) * everyMs - performance.now();
    await new Promise((done) => setTimeout(done, Math.max(0, ahead)));
  }
  const tookMs = performance.now() - began;
  return { tookMs, markedAfterMs: appeared.map(({ marked }) => marked) };
}

/** @param contractName as the navigation names it. */
export function churningDocument(contractName: string): string {
  const rows = Array.from(
    { length: CHURN.elements / 2 },
    (_, index) => `<li class="profile-list__border-bottom"><span>Row ${index}</span></li>`,
  ).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Churning</title></head>
<body class="ember-application">
<header data-live-test-global-nav class="global-nav" style="height:52px">
<div data-test-global-nav-right><span data-test-user-contract-name>${contractName}</span></div></header>
<main><div data-test-profile-list-in-container class="profile-list-container">
<div class="profile-list__header"><div data-test-profile-list-bulk-actions class="bulk-actions"></div></div>
<ol class="profile-list">${rows}</ol></div></main>
<script>window.churn = () => (${churn.toString()})(${JSON.stringify(CHURN)});</script>
</body></html>`;
}
