import { say } from '../app.ts';
import { part, plain } from '../dom.ts';
import type { OpenPage } from '../page.ts';

export const CHOOSER = /^\/talent\/contract-chooser\/?$/;

/** Stands before everything else for whoever has more than one contract; it has no nav. */
export const openChooser: OpenPage = (app) => {
  const { contractName } = app.session;
  const choose = part(
    'contractSelect',
    {
      look: 'button primary',
      marks: { 'data-live-test-contract-select': contractName },
      onClick: () => {
        location.assign('/talent/home');
      },
    },
    contractName,
  );
  return {
    element: plain(
      'div',
      { look: 'narrow-page' },
      plain('h1', {}, say(app, 'contract')),
      plain('section', { look: 'card padded' }, choose),
    ),
  };
};
