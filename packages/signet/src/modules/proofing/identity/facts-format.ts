import { z } from 'zod';
import { keptFormat } from '../../../kernel/index.ts';
import { attributeSources, pathways, ratedKinds, validationMethods } from '../../assurance/index.ts';
import type { ProofingFacts } from './proofing-facts.ts';

const at = z.iso.datetime();
const source = z.enum(attributeSources);

const evidence = z.object({
  kind: z.enum(ratedKinds),
  issuer: z.string(),
  validated: z.array(z.object({ method: z.enum(validationMethods), by: z.string(), at })),
  verified: z.array(
    z.object({
      pathway: z.enum(pathways),
      at,
      destination: z.literal('validated').exactOptional(),
      mailedAt: at.exactOptional(),
    }),
  ),
  portrait: z.literal(true).exactOptional(),
});

const facts: z.ZodType<ProofingFacts> = z.object({
  setting: z.literal('remote-unattended'),
  evidence: z.array(evidence),
  coreAttributes: z.object({
    governmentIdentifier: source,
    name: source,
    birthDate: source,
    address: source.exactOptional(),
  }),
  consent: z.object({ version: z.string(), at }),
  agent: z.string().exactOptional(),
  completedAt: at,
});

/** How what was proven is written down: kept for as long as the account, and read by every later release. */
export const keptFacts = keptFormat<ProofingFacts>('proofing facts', facts, []);
