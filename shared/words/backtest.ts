import { de, en } from '#shared/words/backtest-en-de.ts';
import { es, fr } from '#shared/words/backtest-es-fr.ts';
import type { BacktestWords } from '#shared/words/backtest-words.ts';
import type { Catalogue } from '#shared/words/language.ts';

export const backtestWords: Catalogue<BacktestWords> = { en, de, es, fr };
