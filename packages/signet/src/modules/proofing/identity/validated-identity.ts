import { Redacted } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { needLicense, needSsn } from '../checks/perform-check.ts';
import type { CurrentFindings } from '../findings/findings.ts';
import type { ProofingFacts } from './proofing-facts.ts';
import { isAddressValidated } from './record-facts.ts';
import { type VerifiedIdentity, verifiedIdentity } from './verified-identity.ts';

/** Nothing is sealed as verified that nobody bore out: an address only where the issuer confirmed it. */
export function identityIn(of: LiveCase, findings: CurrentFindings): VerifiedIdentity {
  const { fields, issuerId } = needLicense(of);
  const { street, city, state, postalCode } = fields;
  return verifiedIdentity.parse({
    givenName: fields.givenName,
    familyName: fields.familyName,
    birthDate: fields.birthDate,
    ssn: needSsn(of).reveal(),
    document: {
      type: 'license',
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

/** The phone of the account that was borne out; kept nowhere after this. */
export function phoneToTell(
  of: LiveCase,
  { evidence }: ProofingFacts,
): { readonly phone?: Redacted<PhoneNumber> } {
  const { phone } = of.contents.answers;
  const counts = evidence.some(({ kind }) => kind === 'phone-account');
  return counts && phone?.kind === 'number' ? { phone: new Redacted(phone.number as PhoneNumber) } : {};
}
