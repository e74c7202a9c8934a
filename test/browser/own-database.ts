import { z } from 'zod';

const secretsSchema = z.array(
  z.object({
    accessToken: z.string().optional(),
    refreshToken: z.string().optional(),
    deviceCode: z.string().optional(),
  }),
);

/** Reads, in a page of the extension, both stores of its own database that hold secrets. */
const READ = `(async () => {
  const settled = (asked) => new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error));
  });
  const database = await settled(indexedDB.open('good-standing'));
  const read = database.transaction(['vault', 'pairing']);
  const all = await Promise.all(
    ['vault', 'pairing'].map((name) => settled(read.objectStore(name).getAll())),
  );
  database.close();
  return all.flat();
})()`;

/** The tokens and codes that the extension has at this moment, whichever browser it is in. */
export async function secretsIn(ownPage: {
  evaluate: (expression: string) => Promise<unknown>;
}): Promise<string[]> {
  return secretsSchema
    .parse(await ownPage.evaluate(READ))
    .flatMap((one) => Object.values(one).filter((secret) => secret !== undefined));
}
