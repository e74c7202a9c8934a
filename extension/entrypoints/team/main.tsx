import { render } from 'preact';
import { browser } from 'wxt/browser';
import { askEarly } from '#extension/entrypoints/team/list/ask-seats.ts';
import { Team } from '#extension/entrypoints/team/team.tsx';
import '#extension/entrypoints/team/style.css';
import { FIRST_PAGE } from '#extension/state/first-rows.ts';
import { languageOf } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';

askEarly(FIRST_PAGE);
const language = languageOf(browser.i18n.getUILanguage());
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
document.documentElement.lang = language;
const root = document.querySelector('#root');
if (root !== null) render(<Team numbers={numbersIn(language, timeZone)} />, root);
