import { z } from 'zod';
import { elementMatches, type MotorVehicleRecords, matchedElements } from '../ports.ts';
import { type AuthoritySettings, askAuthority } from './ask-authority.ts';

const answer = z.object({
  status: z.enum(['valid', 'expired', 'surrendered', 'not-found']),
  match: z.partialRecord(z.enum(matchedElements), z.enum(elementMatches)),
});

/** The issuer of licenses and state IDs over HTTP: POST `motor-vehicles/v1/verify`. */
export const createHttpMotorVehicles = (settings: AuthoritySettings): MotorVehicleRecords => ({
  verify: (query) => askAuthority(settings, 'motor-vehicles/v1/verify', query, answer),
});
