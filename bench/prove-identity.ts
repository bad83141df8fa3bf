import { randomBytes } from 'node:crypto';
import type { Signet } from '../packages/signet/src/composition/signet.ts';
import { asId, type CaseId, newId } from '../packages/signet/src/kernel/index.ts';
import { parseEmailAddress } from '../packages/signet/src/modules/accounts/index.ts';
import {
  createPostgresProofingStores,
  type ProofingFacts,
} from '../packages/signet/src/modules/proofing/index.ts';
import type { Identity } from '../packages/signet/src/modules/vault/index.ts';

/**
 * Leaves what a passed proofing leaves, without its photos: facts that amount to IAL2, and the identity sealed to
 * the person. Signing in asks for both. Gives the person's id.
 */
export async function proveIdentity(
  { accounts, vault, transact, resources }: Signet,
  email: string,
): Promise<string> {
  const address = parseEmailAddress(email);
  const account = address.ok ? await accounts.findByEmail(address.value) : undefined;
  if (!account) throw new Error('no account with this address');
  const { proven } = createPostgresProofingStores(resources.pool.db, resources.kms);
  const at = new Date();
  await transact(async (tx) => {
    const of = { person: account.person, id: asId<CaseId>(newId()) };
    await proven.add(tx, of as Parameters<typeof proven.add>[1], {
      facts: factsAt(at),
      verifiedAt: at,
      likeness: { document: randomBytes(32), person: randomBytes(32) },
    });
    await vault.deposit(tx, account.person, 'identity', identity);
  });
  return account.person;
}

const factsAt = (date: Date): ProofingFacts => {
  const at = date.toISOString();
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
        verified: [{ pathway: 'account-login', at }],
      },
    ],
    coreAttributes: {
      governmentIdentifier: 'authoritative',
      name: 'authoritative',
      birthDate: 'authoritative',
      address: 'authoritative',
    },
    consent: { version: 'bench', at },
    completedAt: at,
  };
};

const identity: Identity = {
  givenName: 'Ana',
  middleName: 'Lucia',
  familyName: 'Rivera',
  birthDate: '1983-03-14',
  ssn: '900123417',
  address: { street: '1420 Juniper Street', city: 'Port Alder', state: 'ZZ', postalCode: '00012' },
  document: { type: 'license', number: 'R4417209', issuerId: '636999' },
};
