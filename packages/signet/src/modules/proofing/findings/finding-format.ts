import { z } from 'zod';
import { keptFormat } from '../../../kernel/index.ts';
import {
  agreements,
  cardTypes,
  comparedFields,
  type DocumentKind,
  documentKinds,
  evidenceKinds,
  expiries,
  layoutFaults,
  printedKinds,
  qualityProblems,
  slotsOf,
} from '../../evidence/index.ts';
import { elementMatches, matchedElements, passportElements } from '../../records/index.ts';
import { cameraSignals } from '../flow/index.ts';
import { type CheckName, type DocumentFinding, type Finding, type FindingOf, liveness } from './findings.ts';

const stages = z.record(z.string(), z.number());
const point = z.object({ x: z.number(), y: z.number() });
const box = point.extend({ width: z.number(), height: z.number() });

const documentFinding = (kind: DocumentKind) =>
  z.object({
    check: z.literal('document'),
    document: z.literal(kind),
    looksLike: z.enum(printedKinds),
    printedCardType: z.enum(cardTypes).exactOptional(),
    photoProblems: z.record(z.enum(slotsOf(kind)), z.array(z.enum(qualityProblems))),
    data: z.enum(['read', ...evidenceKinds[kind].problems]),
    byPrint: z.literal(true).exactOptional(),
    issuerId: z.string().exactOptional(),
    version: z.number().exactOptional(),
    knownVersion: z.boolean().exactOptional(),
    specimen: z.boolean(),
    expiry: z.enum(expiries),
    oldEnough: z.boolean(),
    comparison: z.array(z.object({ field: z.enum(comparedFields), agreement: z.enum(agreements) })),
    layout: z.object({
      faults: z.array(z.enum(layoutFaults)),
      corners: z.tuple([point, point, point, point]),
    }),
    stages,
  });

/** One schema a check, so that what a new check finds is written down here too. */
const schemas: { readonly [Check in CheckName]: z.ZodType<FindingOf[Check]> } = {
  // each kind by its own slots and problems, which a list of kinds does not keep apart
  document: z.union(documentKinds.map(documentFinding)) as z.ZodType<unknown> as z.ZodType<DocumentFinding>,
  face: z.union([
    z.object({
      check: z.literal('face'),
      compared: z.literal(true),
      similarity: z.number(),
      liveness: z.number(),
      live: z.enum(liveness),
      signals: z.array(z.enum(cameraSignals)).readonly().exactOptional(),
      portrait: box,
      stages,
    }),
    z.object({
      check: z.literal('face'),
      compared: z.literal(false),
      image: z.enum(['portrait', 'selfie']),
      problem: z.enum(['no-face', 'several-faces', 'face-too-small']),
    }),
  ]),
  portrait: z.union([
    z.object({ check: z.literal('portrait'), found: z.literal(true), portrait: box }),
    z.object({ check: z.literal('portrait'), found: z.literal(false) }),
  ]),
  'motor-vehicles': z.object({
    check: z.literal('motor-vehicles'),
    status: z.enum(['valid', 'expired', 'surrendered', 'not-found', 'withheld']),
    match: z.partialRecord(z.enum(matchedElements), z.enum(elementMatches)),
  }),
  'passport-office': z.object({
    check: z.literal('passport-office'),
    status: z.enum(['valid', 'expired', 'revoked', 'lost-or-stolen', 'not-found', 'no-office', 'withheld']),
    match: z.partialRecord(z.enum(passportElements), z.enum(elementMatches)),
  }),
  'social-security': z.object({
    check: z.literal('social-security'),
    result: z.enum(['match', 'no-match', 'deceased', 'not-asked', 'withheld']),
  }),
  'phone-carrier': z.union([
    z.object({ check: z.literal('phone-carrier'), asked: z.literal(false) }),
    z.object({
      check: z.literal('phone-carrier'),
      asked: z.literal(true),
      simChange: z.enum(['recent', 'none-recent']),
      status: z.literal('not-found'),
    }),
    z.object({
      check: z.literal('phone-carrier'),
      asked: z.literal(true),
      simChange: z.enum(['recent', 'none-recent']),
      status: z.enum(['active', 'inactive']),
      name: z.enum(['match', 'no-match', 'not-held']),
      carrier: z.string(),
      lineType: z.enum(['mobile', 'landline', 'voip']),
    }),
  ]),
};

export const keptFindings = keptFormat<Finding>('finding', z.union(Object.values(schemas)), []);
