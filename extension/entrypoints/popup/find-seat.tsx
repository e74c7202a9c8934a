import { hashOf } from '#extension/entrypoints/team/route.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { teamWords } from '#shared/words/team.ts';

/** Leads to whom a lead types, on the team page. */
export function FindSeat({ numbers }: { numbers: Numbers }) {
  const { search } = teamWords[numbers.language];
  const find = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = form instanceof HTMLFormElement ? new FormData(form).get('find') : null;
    if (typeof typed !== 'string' || typed.trim() === '') return;
    open(`team.html${hashOf({ at: 'list', find: typed.trim() })}`, '_blank', 'noopener');
  };
  return (
    <form role="search" class="find" onSubmit={find}>
      <input type="search" name="find" aria-label={search} placeholder={search} />
    </form>
  );
}
