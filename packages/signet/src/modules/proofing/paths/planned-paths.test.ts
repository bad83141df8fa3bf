import { describe, expect, it } from 'vitest';
import { evidenceKinds } from '../../evidence/index.ts';
import { adjudicate, adjudicationDefaults, lacksEvidence, mayWaive } from '../adjudication/index.ts';
import type { LiveCase } from '../cases/index.ts';
import type { CurrentFindings } from '../findings/index.ts';
import type { ReasonCode } from '../flow/index.ts';
import { factsOf, levelOf } from '../identity/index.ts';
import { everyHave, offersAndDemands } from './every-have.ts';
import { type Demand, type Path, planPaths } from './index.ts';

type JudgingContext = Parameters<typeof adjudicate>[2];

const at = new Date('2026-05-04T12:00:00Z');
const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;

/** In the middle of where a document of this kind has its portrait. */
function portraitOf(path: Path) {
  const { across, down, height } = evidenceKinds[path.course.document].portraitPlace;
  const tall = (height[0] + height[1]) / 2;
  const middle = ([from, to]: readonly [number, number]) => (from + to) / 2;
  return { x: middle(across) - tall / 4, y: middle(down) - tall / 2, width: tall / 2, height: tall };
}

const issuers = { license: '636999', 'state-id': '636999', passport: 'UTO', 'passport-card': 'UTO' } as const;
const borneOut = { status: 'valid', match: matching() } as const;
function matching() {
  const elements = ['familyName', 'givenName', 'birthDate', 'street', 'city', 'state', 'postalCode'];
  return Object.fromEntries(elements.map((element) => [element, 'match'])) as Record<string, 'match'>;
}

/** What the checks find where everything is as the person says. */
function foundOn(path: Path): CurrentFindings {
  const { document, withoutFace } = path.course;
  const { compared, record } = evidenceKinds[document];
  const portrait = portraitOf(path);
  const { number, namesAgree } = path;
  return {
    document: {
      check: 'document',
      document,
      looksLike: record === 'motor-vehicles' ? 'aamva-card' : 'passport',
      data: 'read',
      issuerId: issuers[document],
      specimen: true,
      expiry: 'valid',
      oldEnough: true,
      comparison: compared.map((field) => ({ field, agreement: 'same' })),
      layout: { faults: [], corners },
      at,
    },
    ...(withoutFace
      ? { portrait: { check: 'portrait', found: true, portrait, at } }
      : {
          face: {
            check: 'face',
            compared: true,
            similarity: 0.6,
            live: path.photos === 'file' ? 'none' : 'shown',
            portrait,
            at,
          },
        }),
    [record]: { check: record, ...borneOut, at },
    'social-security': {
      check: 'social-security',
      result: number === 'itin' ? 'not-asked' : namesAgree ? 'match' : 'no-match',
      at,
    },
    'phone-carrier': path.phone
      ? {
          check: 'phone-carrier',
          asked: true,
          status: 'active',
          name: 'match',
          lineType: 'mobile',
          carrier: 'c',
          simChange: 'none-recent',
          at,
        }
      : { check: 'phone-carrier', asked: false, at },
  } as unknown as CurrentFindings;
}

const context = ({ course }: Path, { ial }: Demand): JudgingContext => ({
  document: course.document,
  withoutFace: course.withoutFace === true,
  isMailable: true,
  history: {
    documentTries: 0,
    faceTries: 0,
    faceRejections: 0,
    earlierFaceRejections: 0,
    numberTries: adjudicationDefaults.numberTries, // the number was typed again
    phoneRejections: 0,
  },
  settings: adjudicationDefaults,
  sandbox: true,
  required: { ial },
});

/** A case on this path once a person approved and a letter came, where it needs them. */
const caseOn = ({ course, phone }: Path, waived: readonly ReasonCode[]): LiveCase =>
  ({
    waived,
    agent: 'agent-1',
    contents: {
      answers: {
        consent: { version: '1', at: at.toISOString(), ...(course.withoutFace && { without: 'face' }) },
        photos: {},
        ...(phone && { phoneCode: { confirmedAt: at.toISOString() } }),
      },
      document: { kind: course.document, fields: {}, issuerId: issuers[course.document] },
      ...(course.withoutFace && { mailedCode: { for: '', letters: [], confirmedAt: at.toISOString() } }),
      ...(lacksEvidence(waived, { ial: 2 }) && {
        seen: { kind: 'tribal-id', issuer: 'a nation', at: at.toISOString() },
      }),
    },
  }) as unknown as LiveCase;

describe('the planner and the adjudicator', () => {
  it('A21: what a path promises is what is decided: at once, or by a person for these very reasons, and at its level', () => {
    const told = new Set<string>();
    const paths = new Map<string, readonly [Path, Demand]>();
    for (const [offers, demand] of offersAndDemands().slice(0, 6)) {
      for (const have of everyHave()) {
        for (const path of planPaths(have, demand, offers).paths) {
          const { course, photos, phone, number, namesAgree } = path;
          const name = `${course.document} ${course.withoutFace} ${photos} ${phone} ${number} ${namesAgree} ${demand.ial}`;
          if (!paths.has(name)) paths.set(name, [path, demand]);
        }
      }
    }
    for (const [name, [path, demand]] of paths) {
      const found = foundOn(path);
      const person = path.waits.find((wait) => wait.for === 'person');
      const reasons = person?.for === 'person' ? person.reasons : [];
      const ruling = adjudicate(found, [], context(path, demand));
      const said =
        ruling.next === 'decide' && ruling.judgment.verdict === 'needs-person' ? ruling.judgment.reasons : [];
      expect([name, ruling.next, [...said].sort()]).toEqual([
        name,
        reasons.length > 0 ? 'decide' : 'verified',
        [...reasons].sort(),
      ]);
      if (reasons.length > 0) expect(mayWaive(reasons, found)).toBe(true);
      expect([name, adjudicate(found, reasons, context(path, demand)).next]).toEqual([name, 'verified']);
      const facts = factsOf(caseOn(path, reasons), found, at);
      const deployment = { sandbox: true, measured: { face: true, liveness: true, document: true } };
      expect(levelOf(deployment, facts)).toBeGreaterThanOrEqual(demand.ial);
      told.add(ruling.next);
    }
    expect(paths.size).toBeGreaterThan(100);
    expect([...told].sort()).toEqual(['decide', 'verified']);
  });
});
