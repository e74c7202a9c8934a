import { z } from 'zod';
import { proofSchema, type Proof } from '#shared/wire/proof.ts';

/** A proof as the file that is saved of it, whoever saves it. */
export function proofText(proof: Proof): string {
  return JSON.stringify(z.encode(proofSchema, proof), null, 2);
}
