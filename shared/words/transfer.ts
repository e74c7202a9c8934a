import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/transfer-en-de.ts';
import { es, fr } from '#shared/words/transfer-es-fr.ts';
import type { TransferWords } from '#shared/words/transfer-words.ts';

export const transferWords: Catalogue<TransferWords> = { en, de, es, fr };
