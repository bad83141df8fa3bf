import { randomBytes } from 'node:crypto';
import { type CaseId, newId, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import {
  createPostgresProofingStores,
  type ProofingFacts,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import type { CookieBrowser } from '../browser/cookie-browser.ts';
import type { TestSignet } from '../sites/signet.ts';
import { person } from '../worlds/proofing-script.ts';
import { makeAccount, type Visitor } from './signet-visitor.ts';

/** What is proven of every verified visitor but the number, which is each one's own. */
export const provenPerson = person;

export interface VerifiedVisitor extends Visitor {
  readonly person: PersonId;
  readonly ssn: string;
}

let verified = 0;

/** Digests that no document and no person has: proving again is not what these visitors do. */
const likeNobody = () => ({ document: randomBytes(32), person: randomBytes(32) });

/**
 * An account with a proven identity, as a proofing leaves it behind: the number claimed, the facts kept, the identity
 * sealed to the person. The level is computed from the facts: a license and a bank account, each shown to be theirs.
 */
export async function makeVerified(world: TestSignet, from?: CookieBrowser): Promise<VerifiedVisitor> {
  const visitor = await makeAccount(world, from);
  const { signet, origin } = world;
  const of = await personOf(world, visitor.browser);
  const ssn = `90012${String(3000 + verified++)}`;
  const { street, city, state, postalCode, givenName, familyName, birthDate, documentNumber } = person;
  const stores = createPostgresProofingStores(signet.resources.pool.db, signet.resources.kms);
  await signet.transact(async (tx) => {
    await signet.ssnIndex.claim(tx, new Redacted(ssn), of);
    await stores.proven.add(
      tx,
      { person: of, id: newId<CaseId>() },
      { facts: facts(), verifiedAt: new Date(), likeness: likeNobody() },
    );
    await signet.vault.deposit(tx, of, 'identity', {
      givenName,
      familyName,
      birthDate,
      ssn,
      address: { street, city, state, postalCode },
      document: { type: 'license', number: documentNumber, issuerId: '636999' },
    });
  });
  const ial = (await signet.proofing.identityOf(of))?.ial;
  if (ial !== 2) throw new Error(`these facts amount to IAL${ial} at ${origin}`);
  return { ...visitor, person: of, ssn };
}

/** The person whose session a browser holds. */
async function personOf({ signet }: TestSignet, browser: CookieBrowser): Promise<PersonId> {
  const presence = await signet.authentication.session.load(browser.cookie('signet') ?? '');
  if (!presence?.session.person) throw new Error('nobody is signed in here');
  return presence.session.person;
}

function facts(): ProofingFacts {
  const at = new Date().toISOString();
  return {
    setting: 'remote-unattended',
    evidence: [
      {
        kind: 'drivers-license',
        issuer: '636999',
        validated: [
          { method: 'automated-document', by: 'signet', at },
          { method: 'issuer-record', by: '636999', at },
        ],
        verified: [{ pathway: 'face-comparison', at }],
      },
      {
        kind: 'financial-account',
        issuer: 'specimen-bank',
        validated: [{ method: 'issuer-record', by: 'specimen-bank', at }],
        verified: [{ pathway: 'microtransaction', at }],
      },
    ],
    coreAttributes: {
      governmentIdentifier: 'authoritative',
      name: 'authoritative',
      birthDate: 'authoritative',
      address: 'authoritative',
    },
    consent: { version: '1', at },
    completedAt: at,
  };
}
