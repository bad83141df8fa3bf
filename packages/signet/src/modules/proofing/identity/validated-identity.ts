import { Redacted } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import type { Identity } from '../../vault/index.ts';
import { type LiveCase, needDocument, needSsn } from '../cases/index.ts';
import { type CurrentFindings, isAddressValidated } from '../findings/index.ts';
import type { ProofingFacts } from './proofing-facts.ts';

/** Nothing is sealed as verified that nobody bore out: an address only where the issuer confirmed it. */
export function validatedIdentity(of: LiveCase, findings: CurrentFindings): Identity {
  const { kind, fields, issuerId } = needDocument(of);
  const { street, city, state, postalCode } = fields;
  return {
    givenName: fields.givenName,
    familyName: fields.familyName,
    birthDate: fields.birthDate,
    ssn: needSsn(of).reveal(),
    ...(of.contents.answers.ssn?.kind && { numberKind: of.contents.answers.ssn.kind }),
    document: {
      type: kind,
      number: fields.documentNumber,
      issuerId,
      ...(fields.expiryDate && { expiryDate: fields.expiryDate }),
    },
    ...(fields.middleName && { middleName: fields.middleName }),
    ...(fields.suffix && { suffix: fields.suffix }),
    ...(street &&
      city &&
      state &&
      postalCode &&
      isAddressValidated(findings) && { address: { street, city, state, postalCode } }),
  };
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
