import { z } from 'zod';
import { openApiOf } from '#server/described/openapi.ts';
import { docsPage } from '#server/described/page.ts';
import { PAGE_HEADERS } from '#server/described/style.ts';
import { route } from '#server/http/route.ts';

const openApiSchema = z.looseObject({ openapi: z.literal('3.1.0') });

export const describedRoutes = [
  route(
    {
      name: 'openApi',
      method: 'GET',
      path: '/openapi.json',
      summary: 'This API as an OpenAPI 3.1 document.',
      callers: 'anyone',
      answer: { type: 'application/json', name: 'OpenApi', schema: openApiSchema },
      problems: [],
      example: { answer: { piece: '"openapi":"3.1.0"' } },
    },
    ({ routes }) => {
      const document = openApiOf(routes);
      return (c) => c.json(document);
    },
  ),
  route(
    {
      name: 'docs',
      method: 'GET',
      path: '/docs',
      summary: 'This API as a page to read.',
      callers: 'anyone',
      answer: { type: 'text/html' },
      problems: [],
      example: { answer: { piece: '<h1>Good Standing: the API</h1>' } },
    },
    ({ routes }) => {
      const page = docsPage(routes, openApiOf(routes));
      return (c) => c.html(page, 200, PAGE_HEADERS);
    },
  ),
];
