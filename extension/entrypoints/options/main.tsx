import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Options } from '#extension/entrypoints/options/options.tsx';
import '#extension/entrypoints/options/style.css';
import { connectingWords } from '#shared/words/connecting.ts';
import { languageOf } from '#shared/words/language.ts';

const language = languageOf(browser.i18n.getUILanguage());
document.documentElement.lang = language;
document.title = connectingWords[language].title;
const root = document.querySelector('#root');
if (root !== null) render(<Options language={language} />, root);
