import type { AuditRows } from '#server/audit/store.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import { isObject } from '#shared/policy/outcome.ts';
import type { AuditEntry } from '#shared/wire/audit.ts';

const NOTHING = { by: null, subject: null, from: null, to: null, reason: null } as const;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What of two values of one thing differs, each as `name=value` and by its name. */
function difference(before: unknown, after: unknown): Pick<AuditEntry, 'from' | 'to'> {
  const [was, is] = [before, after].map((value) => (isObject(value) ? value : {}));
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].toSorted();
  const changed = names.filter(
    (name) => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name]),
  );
  const written = (of: unknown): string | null => {
    if (!isObject(of)) return null;
    return changed.map((name) => `${name}=${JSON.stringify(of[name] ?? null)}`).join(' ');
  };
  return { from: before === undefined ? null : written(before), to: written(after) };
}

type Version = Pick<AuditRows['terms'][number], 'recordedAt' | 'recordedBy'>;

/** Versions of one setting, each against the one before it. */
function ofVersions<Row extends Version>(
  what: string,
  rows: readonly Row[],
  valueOf: (row: Row) => unknown,
): AuditEntry[] {
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const values = difference(before === undefined ? undefined : valueOf(before), valueOf(row));
    return { ...NOTHING, at: row.recordedAt, by: row.recordedBy, what, ...values };
  });
}

/** Transfers, acknowledgements, restorations and modes, each against what the seat had before. */
function ofEvents(events: AuditRows['events']): AuditEntry[] {
  const last = new Map<string, string>();
  return events.flatMap(({ type, seatId, recordedAt, recordedBy, content }): AuditEntry[] => {
    // Terms have versions of their own.
    if (seatId === null || type === 'terms.changed') return [];
    const { to, mode, notice, standing, reason } = rawOfContent(content);
    const after = textOf(to) ?? textOf(mode) ?? textOf(notice) ?? textOf(standing);
    const key = `${seatId} ${type}`;
    const isOfState = type === 'seat.transferred' || type === 'mode.changed';
    const from = isOfState ? (last.get(key) ?? null) : null;
    if (isOfState && after !== null) last.set(key, after);
    const at = recordedAt;
    return [
      { at, by: recordedBy, what: type, subject: seatId, from, to: after, reason: textOf(reason) },
    ];
  });
}

const EVENT_OF_CAUSE: Readonly<Record<string, string>> = {
  acknowledged: 'notice.acknowledged',
  transferred: 'seat.transferred',
  restored: 'standing.restored',
  mode: 'mode.changed',
};

/** Changes of standing; what an event brought about is its author's, and checks are the server's. */
function ofChanges({ changes, events }: Pick<AuditRows, 'changes' | 'events'>): AuditEntry[] {
  const authors = new Map(
    events.map(({ seatId, recordedAt, type, recordedBy }) => [
      JSON.stringify([seatId, recordedAt, type]),
      recordedBy,
    ]),
  );
  const server = { role: 'server', id: null } as const;
  return changes.map(({ at, seatId, cause, from, to, notice, tally }) => {
    const type = EVENT_OF_CAUSE[cause];
    const key = JSON.stringify([seatId, at, type]);
    const by = type === undefined ? server : (authors.get(key) ?? null);
    const judged = tally === null ? null : JSON.stringify(tally);
    const said = [notice === null ? null : `notice ${notice}`, judged].filter(
      (each) => each !== null,
    );
    const reason = said.length === 0 ? null : said.join(' ');
    return { at, by, what: `standing.${cause}`, subject: seatId, from, to, reason };
  });
}

function ofReviews(reviews: AuditRows['reviews']): AuditEntry[] {
  return reviews.flatMap((review) => {
    const { id, seatId, askedAt, askedBy, reason, decidedAt, decidedBy, outcome } = review;
    const about = `${seatId} ${id}`;
    const asked = { ...NOTHING, at: askedAt, by: askedBy, what: 'review.asked', subject: about };
    const entries: AuditEntry[] = [{ ...asked, to: 'open', reason }];
    if (decidedAt !== null) {
      const decided = { at: decidedAt, by: decidedBy, what: 'review.decided', subject: about };
      entries.push({ ...decided, from: 'open', to: outcome, reason: review.decisionReason });
    }
    return entries;
  });
}

/** Browsers and keys of feeds, invitations, and who leads: of their end only the instant is kept. */
function ofPeople({ devices, invitations, members }: AuditRows): AuditEntry[] {
  return [
    ...devices.flatMap(({ id, name, role, seatId, createdAt, endedAt }): AuditEntry[] => {
      const about = { ...NOTHING, subject: id };
      const said = [role, seatId, name].filter((each) => each !== null && each !== '').join(', ');
      const begun = { ...about, at: createdAt, what: 'device.connected', to: said };
      if (endedAt === null) return [begun];
      return [begun, { ...about, at: endedAt, what: 'device.ended', from: said }];
    }),
    ...invitations.flatMap(({ id, role, email, createdAt, endedAt }): AuditEntry[] => {
      const about = { ...NOTHING, subject: id };
      const said = `${role ?? 'new password'} ${email}`;
      const made = { ...about, at: createdAt, what: 'invitation.made', to: said };
      if (endedAt === null) return [made];
      return [made, { ...about, at: endedAt, what: 'invitation.ended', from: said }];
    }),
    ...members.map(({ personId, role, createdAt }) => {
      return { ...NOTHING, at: createdAt, what: 'member.added', subject: personId, to: role };
    }),
  ];
}

/** The whole trail, the oldest first. */
export function auditOf(rows: AuditRows): AuditEntry[] {
  const entries: AuditEntry[] = [
    ...ofEvents(rows.events),
    ...ofChanges(rows),
    ...ofVersions('terms.changed', rows.terms, ({ terms }) => terms),
    ...ofVersions('pilot.changed', rows.pilots, ({ mode, sharePercent, namedSeats, ...rest }) => {
      return { mode, sharePercent, namedSeats, partialAcceptedAt: rest.partialAcceptedAt };
    }),
    ...ofVersions('retention.changed', rows.retentions, ({ days }) => ({ days })),
    ...rows.sources.map(({ at, before, after, recordedBy }) => {
      return { ...NOTHING, at, by: recordedBy, what: 'source.changed', from: before, to: after };
    }),
    ...ofReviews(rows.reviews),
    ...rows.endpoints.map(({ id, url, createdAt, createdBy }) => {
      const added = { ...NOTHING, at: createdAt, by: createdBy, what: 'webhook.added' };
      return { ...added, subject: id, to: url };
    }),
    ...ofPeople(rows),
    ...rows.recorded.map(({ at, recordedBy, what, subject, before, after }) => {
      return { ...NOTHING, at, by: recordedBy, what, subject, from: before, to: after };
    }),
  ];
  // What is of one instant stays in the order above: what was done, then what came of it.
  return entries.sort((one, other) => one.at - other.at);
}
