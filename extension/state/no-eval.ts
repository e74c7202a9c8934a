import { z } from 'zod';

// The extension's content security policy forbids eval. Set before any schema is made, as a schema
// looks once, when it is made, whether it may compile itself.
z.config({ jitless: true });
