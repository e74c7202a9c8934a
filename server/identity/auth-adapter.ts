import type { BetterAuthOptions, DBAdapter } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from '#server/db/database.ts';
import {
  deviceRequestTable,
  personAccountTable,
  personSessionTable,
  personTable,
  verificationTable,
} from '#server/db/person-schema.ts';
import { hashOfToken } from '#server/identity/token.ts';

/** The library's tables, by the names that it knows them under. */
const SCHEMA = {
  user: personTable,
  session: personSessionTable,
  account: personAccountTable,
  verification: verificationTable,
  deviceCode: deviceRequestTable,
};

/** Secrets that the library would keep as they are: here their hashes are kept. */
const SECRETS: Readonly<Record<string, string>> = { session: 'token', deviceCode: 'deviceCode' };

type Condition = Parameters<DBAdapter['delete']>[0]['where'][number];
type Asked = { model: string; where?: Condition[] | undefined };

function hashed({ value, ...condition }: Condition): Condition {
  if (typeof value === 'string') return { ...condition, value: hashOfToken(value) };
  const isList = Array.isArray(value);
  const texts = isList ? value.map((each) => hashOfToken(String(each))) : value;
  return { ...condition, value: texts };
}

/** The question with hashes in the place of secrets. */
function withHashes<Question extends Asked>(asked: Question): Question {
  const secret = SECRETS[asked.model];
  if (secret === undefined || asked.where === undefined) return asked;
  const where = asked.where.map((each) => (each.field === secret ? hashed(each) : each));
  return { ...asked, where };
}

/** Puts a secret that the caller knew already back into the row that was found by it. */
function reveal<Row>(row: Row, asked: Asked, known?: unknown): Row {
  const secret = SECRETS[asked.model];
  if (secret === undefined || typeof row !== 'object' || row === null) return row;
  const plain = known ?? asked.where?.find(({ field }) => field === secret)?.value;
  if (typeof plain === 'string') Object.assign(row, { [secret]: plain });
  return row;
}

/**
 * The library's way to the database: it reads as all reading does, and each of its writes is one
 * piece of the one write queue, so that none of them is lost to a locked file.
 */
export function authAdapter(database: Database): (options: BetterAuthOptions) => DBAdapter {
  return (options) => {
    const built = new WeakMap<object, DBAdapter>();
    const over = (handle: object): DBAdapter => {
      const adapter =
        built.get(handle) ??
        drizzleAdapter(handle, { provider: 'sqlite', schema: SCHEMA })(options);
      built.set(handle, adapter);
      return adapter;
    };
    const reading = <Result>(work: (adapter: DBAdapter) => Promise<Result>): Promise<Result> =>
      database.read((reader) => work(over(reader)));
    const writing = <Result>(work: (adapter: DBAdapter) => Promise<Result>): Promise<Result> =>
      database.write((tx) => work(over(tx)));

    const adapter: DBAdapter = {
      id: 'good-standing',
      create: async <Given extends Record<string, unknown>, Row = Given>(
        asked: Parameters<typeof adapter.create<Given, Row>>[0],
      ) => {
        const secret = SECRETS[asked.model];
        const given: Record<string, unknown> = asked.data;
        const plain = secret === undefined ? undefined : given[secret];
        const data =
          secret === undefined || typeof plain !== 'string'
            ? asked.data
            : { ...asked.data, [secret]: hashOfToken(plain) };
        const row = await writing((each) => each.create<Given, Row>({ ...asked, data }));
        return reveal(row, { model: asked.model }, plain);
      },
      findOne: async <Row>(asked: Parameters<DBAdapter['findOne']>[0]) =>
        reveal(await reading((each) => each.findOne<Row>(withHashes(asked))), asked),
      findMany: <Row>(asked: Parameters<DBAdapter['findMany']>[0]) =>
        reading((each) => each.findMany<Row>(withHashes(asked))),
      count: (asked) => reading((each) => each.count(withHashes(asked))),
      update: async <Row>(asked: Parameters<DBAdapter['update']>[0]) =>
        reveal(await writing((each) => each.update<Row>(withHashes(asked))), asked),
      updateMany: (asked) => writing((each) => each.updateMany(withHashes(asked))),
      delete: (asked) => writing((each) => each.delete(withHashes(asked))),
      deleteMany: (asked) => writing((each) => each.deleteMany(withHashes(asked))),
      consumeOne: async <Row>(asked: Parameters<DBAdapter['consumeOne']>[0]) =>
        reveal(await writing((each) => each.consumeOne<Row>(withHashes(asked))), asked),
      incrementOne: async <Row>(asked: Parameters<DBAdapter['incrementOne']>[0]) =>
        reveal(await writing((each) => each.incrementOne<Row>(withHashes(asked))), asked),
      // What is to happen at once is written by stores of ours: a transaction of the library's would
      // hold the queue up for as long as it hashes passwords.
      transaction: (work) => work(adapter),
    };
    return adapter;
  };
}
