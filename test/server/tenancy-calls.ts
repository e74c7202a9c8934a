import { z } from 'zod';
import { ROLES } from '#shared/wire/identity.ts';
import type { Ids } from '#test/server/tenancy-world.ts';

const parameterSchema = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']) });

/** An operation as the description has it: without who may call it, it is none. */
const operationSchema = z.object({
  operationId: z.string(),
  'x-callers': z.union([z.literal(['anyone', 'operator']), z.array(z.enum(ROLES)).min(1)]),
  parameters: z.array(parameterSchema),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ example: z.json() }) }) })
    .optional(),
});

const documentSchema = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post']), operationSchema)),
});

export type Operation = {
  name: string;
  method: string;
  path: string;
  callers: z.output<typeof operationSchema>['x-callers'];
  parameters: z.output<typeof parameterSchema>[];
  example: Json | undefined;
};
type Json = z.core.util.JSONType;

export type Call = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Json | undefined;
};

/** What ends or passes on those who ask goes last. */
const LAST = ['transferSeat', 'endThisDevice'];

/** @throws when an operation does not say who may call it. */
export function operationsIn(document: unknown): Operation[] {
  const { paths } = documentSchema.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: operation.operationId,
      method: method.toUpperCase(),
      path,
      callers: operation['x-callers'],
      parameters: operation.parameters,
      example: operation.requestBody?.content['application/json'].example,
    })),
  );
  return operations.sort((one, other) => LAST.indexOf(one.name) - LAST.indexOf(other.name));
}

/** What is asked beside the id that is tried, so that nothing else is in its way. */
const OWN: Readonly<Record<string, string>> = {
  seat: 'seat-1',
  by: 'mode',
  to: 'Clara Weiss',
  device: 'nowhere',
};

type Filled = Readonly<Record<string, string>>;

function addressOf({ path, parameters }: Operation, filled: Filled): string {
  const inPath = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(filled[name] ?? OWN[name] ?? 'nowhere'),
  );
  const query = new URLSearchParams();
  for (const { name, in: place } of parameters) {
    const value = filled[name] ?? OWN[name];
    if (place === 'query' && value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? inPath : `${inPath}?${query}`;
}

/** The same value with one of its texts replaced, once for each of them. */
function variantsOf(value: Json, id: string): Json[] {
  if (typeof value === 'string') return [id];
  if (Array.isArray(value)) {
    return value.flatMap((each, index) =>
      variantsOf(each, id).map((changed) => value.with(index, changed)),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    variantsOf(each, id).map((changed) => ({ ...value, [name]: changed })),
  );
}

/** Events and observations that name what is the other contract's, each in a way of its own. */
function naming(operation: Operation, ids: Ids): Json[] {
  const { seat = '', inmail = '', event = '', contract = '' } = ids;
  const at = '2026-01-06T09:00:00.000Z';
  const send = { type: 'inmail.sent', at, seat: 'seat-1', mode: 'one_to_one' };
  if (operation.name === 'reportObservations') {
    const seen = { at, seat: 'seat-1', recipient: 'own-hash', outcome: 'accepted' };
    return [
      { ...seen, id: 'seen-1', seat },
      { ...seen, id: ids['observation'] ?? '' },
      { ...seen, id: 'seen-2', recipient: ids['recipient'] ?? '' },
      { ...seen, id: 'seen-3', conversation: 'quarry-talk' },
    ].map((each): Json => ({ observations: [{ ...each }] }));
  }
  if (operation.name === 'setPilot' || operation.name === 'previewPilot') {
    return [{ mode: 'enforce', sharePercent: 0, namedSeats: [seat] }];
  }
  if (operation.name !== 'reportEvents') return [];
  const events = [
    { ...send, id: event, inmail: 'own-a' },
    { ...send, id: 'own-b', inmail },
    { ...send, id: 'own-c', inmail: 'own-c', contract },
    { ...send, id: 'own-d', inmail: 'own-d', seat },
    { id: 'own-e', type: 'inmail.responded', at, inmail, outcome: 'accepted' },
    { id: 'own-f', type: 'seat.transferred', at, seat, to: 'Ada' },
    { id: 'own-g', type: 'notice.acknowledged', at, seat, notice: 'warning' },
    { id: 'own-h', type: 'standing.restored', at, seat, reason: 'why' },
    { id: 'own-i', type: 'mode.changed', at, seat, mode: 'observe' },
  ].map((each): Json => ({ ...each }));
  const marks = [{ seat, at }];
  return [
    { events },
    ...events.map((each) => ({ events: [each] })),
    { events, completeUpTo: marks },
  ];
}

/** Every way to ask for what an operation does, and to name something of the other contract in it. */
export function callsOf(operation: Operation, ids: Ids): Call[] {
  const { method, parameters, example } = operation;
  const call = (filled: Filled, headers: Record<string, string> = {}, body = example): Call => {
    return { method, path: addressOf(operation, filled), headers, body };
  };
  const calls = [call({})];
  for (const { name, in: place } of parameters) {
    if (place === 'header') calls.push(call({}, { [name]: ids['tag'] ?? '' }));
    else for (const id of Object.values(ids)) calls.push(call({ [name]: id }));
  }
  for (const kind of ['seat', 'inmail', 'contract']) {
    const bodies = example === undefined ? [] : variantsOf(example, ids[kind] ?? '');
    for (const body of bodies) calls.push(call({}, {}, body));
  }
  for (const body of naming(operation, ids)) calls.push(call({}, {}, body));
  return calls;
}
