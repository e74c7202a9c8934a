import type { AuditRows } from '#server/audit/store.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import { isObject } from '#shared/policy/outcome.ts';
import type { AuditEntry } from '#shared/wire/audit.ts';

/** What the rows themselves tell: who the ids are of is known elsewhere. */
type Entry = Omit<AuditEntry, 'byName'>;

const NOTHING = {
  by: null,
  subject: null,
  seat: null,
  from: null,
  to: null,
  reason: null,
} as const;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What of two values of one thing differs, each as `name=value` and by its name. */
function difference(before: unknown, after: unknown): Pick<Entry, 'from' | 'to'> {
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
): Entry[] {
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const values = difference(before === undefined ? undefined : valueOf(before), valueOf(row));
    return { ...NOTHING, at: row.recordedAt, by: row.recordedBy, what, ...values };
  });
}

/** Transfers, acknowledgements, restorations and modes, each against what the seat had before. */
function ofEvents(events: AuditRows['events']): Entry[] {
  const last = new Map<string, string>();
  return events.flatMap(({ type, seatId, recordedAt, recordedBy, content }): Entry[] => {
    // Terms have versions of their own.
    if (seatId === null || type === 'terms.changed') return [];
    const { to, mode, notice, standing, reason } = rawOfContent(content);
    const after = textOf(to) ?? textOf(mode) ?? textOf(notice) ?? textOf(standing);
    const key = `${seatId} ${type}`;
    const isOfState = type === 'seat.transferred' || type === 'mode.changed';
    const from = isOfState ? (last.get(key) ?? null) : null;
    if (isOfState && after !== null) last.set(key, after);
    const about = { subject: seatId, seat: seatId };
    const values = { from, to: after, reason: textOf(reason) };
    return [{ at: recordedAt, by: recordedBy, what: type, ...about, ...values }];
  });
}

const EVENT_OF_CAUSE: Readonly<Record<string, string>> = {
  acknowledged: 'notice.acknowledged',
  transferred: 'seat.transferred',
  restored: 'standing.restored',
  mode: 'mode.changed',
};

/**
 * Changes of standing; what an event brought about is its author's. Checks are the server's, and so is
 * the CONTINUE that a check counts as pressed in `observe`.
 */
function ofChanges({ changes, events }: Pick<AuditRows, 'changes' | 'events'>): Entry[] {
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
    const author = authors.get(key);
    const by = type === undefined || author === undefined ? server : author;
    const judged = tally === null ? null : JSON.stringify(tally);
    const said = [notice === null ? null : `notice ${notice}`, judged].filter(
      (each) => each !== null,
    );
    const reason = said.length === 0 ? null : said.join(' ');
    const about = { subject: seatId, seat: seatId };
    return { at, by, what: `standing.${cause}`, ...about, from, to, reason };
  });
}

function ofReviews(reviews: AuditRows['reviews']): Entry[] {
  return reviews.flatMap((review) => {
    const { id, seatId, askedAt, askedBy, reason, decidedAt, decidedBy, outcome } = review;
    const about = { ...NOTHING, subject: id, seat: seatId };
    const asked = { ...about, at: askedAt, by: askedBy, what: 'review.asked' };
    const entries: Entry[] = [{ ...asked, to: 'open', reason }];
    if (decidedAt !== null) {
      const decided = { ...about, at: decidedAt, by: decidedBy, what: 'review.decided' };
      entries.push({ ...decided, from: 'open', to: outcome, reason: review.decisionReason });
    }
    return entries;
  });
}

type Ended = Pick<
  AuditRows['devices'][number],
  'id' | 'seatId' | 'createdAt' | 'createdBy' | 'endedAt' | 'endedBy'
>;

/** What has a beginning and an end: the one said to be so, the other to have been. */
function ofLife(row: Ended, [begins, ends]: readonly [string, string], said: string): Entry[] {
  const about = { ...NOTHING, subject: row.id, seat: row.seatId };
  const begun = { ...about, at: row.createdAt, by: row.createdBy, what: begins, to: said };
  if (row.endedAt === null) return [begun];
  return [begun, { ...about, at: row.endedAt, by: row.endedBy, what: ends, from: said }];
}

/** Browsers and keys of feeds, invitations, and who leads. */
function ofPeople({ devices, invitations, members, recorded }: AuditRows): Entry[] {
  const added = recorded.filter(({ what }) => what === 'member.added');
  // Such as "lead of North".
  const known = new Set(added.map(({ subject, after }) => `${subject} ${after?.split(' ')[0]}`));
  return [
    ...devices.flatMap((device) => {
      const { role, seatId, name } = device;
      const said = [role, seatId, name].filter((each) => each !== null && each !== '').join(', ');
      return ofLife(device, ['device.connected', 'device.ended'], said);
    }),
    ...invitations.flatMap((invitation) => {
      const said = `${invitation.role ?? 'new password'} ${invitation.email}`;
      return ofLife(invitation, ['invitation.made', 'invitation.ended'], said);
    }),
    // An earlier version kept no more of them than that they are there.
    ...members
      .filter(({ personId, role }) => !known.has(`${personId} ${role}`))
      .map(({ personId, role, createdAt }) => {
        return { ...NOTHING, at: createdAt, what: 'member.added', subject: personId, to: role };
      }),
  ];
}

/** What a contract began with; who made it is who made the first of its versions. */
function ofBeginning({ contract, terms, sources }: AuditRows): Entry[] {
  return contract.flatMap(({ name, profile, createdAt: at, source }) => {
    const by = terms[0]?.recordedBy ?? null;
    const created = { ...NOTHING, at, by, what: 'contract.created' };
    const first = { ...NOTHING, at, by, what: 'source.changed', to: sources[0]?.before ?? source };
    return [{ ...created, ...difference(undefined, { name, profile }) }, first];
  });
}

/** Of what is recorded about a seat, it is the subject. */
const OF_SEATS = ['seat.joined', 'seat.left', 'team.changed'];

/** The whole trail, the oldest first. */
export function auditOf(rows: AuditRows): Entry[] {
  const entries: Entry[] = [
    ...ofBeginning(rows),
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
      const seat = OF_SEATS.includes(what) ? subject : null;
      return { ...NOTHING, at, by: recordedBy, what, subject, seat, from: before, to: after };
    }),
  ];
  // What is of one instant stays in the order above: what was done, then what came of it.
  return entries.sort((one, other) => one.at - other.at);
}
