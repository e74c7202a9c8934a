import { html } from 'hono/html';
import type { Visit } from '#server/http/page-route.ts';
import type { Html } from '#server/pages/layout.ts';

/** Says who is signed in, below a panel, and lets them out. */
export function whoLine({ person, words }: Visit): Html {
  return person === null
    ? html``
    : html`<div class="who">
        <span>${words.signIn.signedInAs(person.email)}</span>
        <form method="post" action="/sign-out">
          <button class="plain">${words.signIn.signOut}</button>
        </form>
      </div>`;
}
