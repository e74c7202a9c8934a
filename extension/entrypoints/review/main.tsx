import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ReviewPage } from '#extension/entrypoints/review/review-page.tsx';
import '#extension/entrypoints/review/style.css';
import { languageOf } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';

const language = languageOf(browser.i18n.getUILanguage());
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
document.documentElement.lang = language;
const root = document.querySelector('#root');
if (root !== null) render(<ReviewPage numbers={numbersIn(language, timeZone)} />, root);
