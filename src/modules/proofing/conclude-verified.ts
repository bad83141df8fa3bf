import { Redacted, type Tx } from '../../kernel/index.ts';
import type { PhoneNumber } from '../records/index.ts';
import type { LiveCase } from './case-store.ts';
import { saveCase } from './change-case.ts';
import type { Decision } from './decision.ts';
import { concludeRefused, ended, tell } from './end-case.ts';
import { factsOf, isAddressValidated } from './facts.ts';
import type { CurrentFindings } from './findings.ts';
import { levelOf } from './identity-of.ts';
import { needLicence, needSsn } from './perform-check.ts';
import type { Deps, PostalAddress } from './ports.ts';
import type { ProofingFacts } from './proofing-facts.ts';
import { type VerifiedIdentity, verifiedIdentity } from './verified-identity.ts';

/**
 * Everything passed: the number is claimed, the facts are kept, the identity is sealed to the person, they are
 * told (A14), the evidence is destroyed (A17) — all or nothing. Whoever holds the number already is never named.
 */
export async function concludeVerified(
  deps: Deps,
  of: LiveCase,
  findings: CurrentFindings,
): Promise<boolean> {
  const facts = factsOf(of, findings, deps.clock.now());
  if (levelOf(deps, facts) < of.required.ial) return concludeRefused(deps, of, ['level-not-reached']);
  const identity = identityIn(of, findings);
  return saveCase(
    deps,
    of,
    async (tx) => {
      const claimed = await deps.ssnIndex.claim(tx, needSsn(of), of.person);
      return ended(deps, of, claimed.ok ? verified : { outcome: 'refused', reasons: ['already-verified'] });
    },
    async (tx, { decision = verified }) => {
      if (decision.outcome === 'verified') await keepIdentity(deps, tx, of, facts, identity);
      await deps.stores.reviews.close(tx, of, deps.clock.now());
      await tell(deps, tx, of, decision);
    },
  );
}

const verified: Decision = { outcome: 'verified' };

async function keepIdentity(
  deps: Deps,
  tx: Tx,
  of: LiveCase,
  facts: ProofingFacts,
  identity: VerifiedIdentity,
): Promise<void> {
  const verifiedAt = new Date(facts.completedAt);
  await deps.stores.proven.add(tx, of, { facts, verifiedAt });
  await deps.vault.deposit(tx, of.person, 'identity', identity);
  await deps.notices.send(tx, of.person, {
    kind: 'identity-verified',
    at: verifiedAt,
    ...(identity.address && { recipient: recipientOf(identity, identity.address) }),
    ...phoneToTell(of, facts),
  });
}

/** The phone of the account that was borne out; kept nowhere after this. */
function phoneToTell(of: LiveCase, { evidence }: ProofingFacts): { readonly phone?: Redacted<PhoneNumber> } {
  const { phone } = of.contents.answers;
  const counts = evidence.some(({ kind }) => kind === 'phone-account');
  return counts && phone?.kind === 'number' ? { phone: new Redacted(phone.number as PhoneNumber) } : {};
}

const recipientOf = (identity: VerifiedIdentity, address: PostalAddress) =>
  new Redacted({ name: `${identity.givenName} ${identity.familyName}`, address });

/** Nothing is sealed as verified that nobody bore out: an address only where the issuer confirmed it. */
function identityIn(of: LiveCase, findings: CurrentFindings): VerifiedIdentity {
  const { fields, issuerId } = needLicence(of);
  const { street, city, state, postalCode } = fields;
  return verifiedIdentity.parse({
    givenName: fields.givenName,
    familyName: fields.familyName,
    birthDate: fields.birthDate,
    ssn: needSsn(of).reveal(),
    document: {
      type: 'licence',
      number: fields.documentNumber,
      issuerId,
      ...(fields.expiryDate && { expiryDate: fields.expiryDate }),
    },
    ...(fields.middleName && { middleName: fields.middleName }),
    ...(street &&
      city &&
      state &&
      postalCode &&
      isAddressValidated(findings) && { address: { street, city, state, postalCode } }),
  });
}
