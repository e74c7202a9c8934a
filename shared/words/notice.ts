import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/notice-en-de.ts';
import { es, fr } from '#shared/words/notice-es-fr.ts';
import type { NoticeWords } from '#shared/words/notice-words.ts';
import type { TemplatesOf } from '#shared/words/speak.ts';

export const noticeTemplates: Catalogue<TemplatesOf<NoticeWords>> = { en, de, es, fr };
