import { defineConfig } from 'drizzle-kit';

// `npm run migration` writes the difference between the schema and the last migration.
export default defineConfig({
  dialect: 'turso',
  schema: [
    './server/db/audit-schema.ts',
    './server/db/hold-schema.ts',
    './server/db/review-schema.ts',
    './server/db/schema.ts',
    './server/db/surface-schema.ts',
    './server/db/usage-schema.ts',
    './server/db/version-schema.ts',
    './server/db/webhook-schema.ts',
    './server/db/person-schema.ts',
    './server/db/identity-schema.ts',
  ],
  out: './server/db/migrations',
});
