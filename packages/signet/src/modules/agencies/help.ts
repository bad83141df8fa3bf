import { z } from 'zod';
import { inEachLanguage, webAddress } from './fields.ts';

const line = z.string().trim().min(1).max(60);
const postalAddress = z.array(line).min(2).max(6);

/**
 * Where people reach the agency when nothing more can be done here (A21, A23): a page that says "ask the agency" without a
 * number helps nobody, so an agreement names them.
 */
export const helpSchema = z.strictObject({
  /** E.164, such as +12025550117. */
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, 'is a number with its country, such as +12025550117'),
  hours: inEachLanguage(z.string().min(1).max(120)),
  /** For letters, line by line as on an envelope. */
  address: postalAddress,
  /** Where people are served in person; left out where nobody is. */
  office: postalAddress.optional(),
  page: webAddress,
});
