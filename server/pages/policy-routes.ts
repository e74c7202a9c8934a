import { accepts } from 'hono/accepts';
import { PAGE_HEADERS } from '#server/described/style.ts';
import { route } from '#server/http/route.ts';
import { policyPage } from '#server/pages/policy-page.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES, PROFILES } from '#shared/policy/terms.ts';
import { LANGUAGES, languageOf } from '#shared/words/language.ts';

export const policyPageRoutes = [
  route(
    {
      name: 'policyPage',
      method: 'GET',
      path: '/policy',
      query: {
        lang: `the language (${LANGUAGES.join(', ')}); left out, the browser’s`,
        profile: `whose figures (${PROFILE_NAMES.join(', ')}); left out, ${DEFAULT_PROFILE}`,
      },
      summary: 'The policy in plain words, as a page to read.',
      callers: 'anyone',
      answer: { type: 'text/html' },
      problems: [],
      example: { answer: { piece: '<h1>The InMail policy in plain words</h1>' } },
    },
    () => (c) => {
      const wanted = c.req.query('lang');
      const language = languageOf(
        wanted ??
          accepts(c, { header: 'Accept-Language', supports: [...LANGUAGES], default: 'en' }),
      );
      const profile = PROFILE_NAMES.find((name) => name === c.req.query('profile'));
      const page = policyPage(language, PROFILES[profile ?? DEFAULT_PROFILE]);
      return c.html(page, 200, { ...PAGE_HEADERS, Vary: 'Accept-Language' });
    },
  ),
];
