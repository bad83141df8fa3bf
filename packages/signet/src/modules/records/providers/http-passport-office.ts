import { z } from 'zod';
import { err } from '../../../kernel/index.ts';
import { elementMatches, type PassportRecords, passportElements } from '../ports.ts';
import { type AuthoritySettings, askAuthority } from './ask-authority.ts';

const answer = z.object({
  status: z.enum(['valid', 'expired', 'revoked', 'lost-or-stolen', 'not-found']),
  match: z.partialRecord(z.enum(passportElements), z.enum(elementMatches)),
});

/** Whose passports the office keeps: those of the United States, and in the sandbox those of ICAO's own Utopia. */
const ownStates: readonly string[] = ['USA', 'UTO'];

/** The office that issues passports over HTTP: POST `passport-office/v1/verify`. */
export const createHttpPassportOffice = (settings: AuthoritySettings): PassportRecords => ({
  answersFor: (issuerId) => ownStates.includes(issuerId),
  verify: (query) => askAuthority(settings, 'passport-office/v1/verify', query, answer),
});

/** Where an operator has no such office to ask, a person looks at every passport. */
export const noPassportOffice: PassportRecords = {
  answersFor: () => false,
  verify: async () => err('unavailable'),
};
