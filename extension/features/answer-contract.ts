import { browser } from 'wxt/browser';
import { CONTRACT_ASKED } from '#extension/state/contract-asked.ts';

/** The popup is told which contract is open on this page, whoever it is connected with. */
export function answerContract(contractName: () => string | null): void {
  browser.runtime.onMessage.addListener((asked: unknown, _sender, answer) => {
    if (asked === CONTRACT_ASKED) answer(contractName());
  });
}
