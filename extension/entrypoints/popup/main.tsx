import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '#extension/entrypoints/popup/popup.tsx';
import { askEarly } from '#extension/entrypoints/team/list/ask-seats.ts';
import '#extension/entrypoints/popup/style.css';
import { HEAD } from '#extension/state/first-rows.ts';
import { languageOf } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';

askEarly(HEAD);
const language = languageOf(browser.i18n.getUILanguage());
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
document.documentElement.lang = language;
const root = document.querySelector('#root');
if (root !== null) render(<Popup numbers={numbersIn(language, timeZone)} />, root);
