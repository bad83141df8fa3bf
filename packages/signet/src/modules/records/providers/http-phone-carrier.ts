import { z } from 'zod';
import { ok } from '../../../kernel/index.ts';
import type { PhoneCarrierRecords, PhoneLines } from '../ports.ts';
import { type AuthoritySettings, askAuthority } from './ask-authority.ts';

const time = z.iso.datetime({ offset: true }).transform((at) => new Date(at));

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('not-found') }),
  z.object({
    status: z.enum(['active', 'inactive']),
    match: z.object({ name: z.enum(['match', 'no-match', 'not-held']) }),
    carrier: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    lineType: z.enum(['mobile', 'landline', 'voip']),
    simChangedAt: time.optional(),
  }),
]);

const line = z.discriminatedUnion('status', [
  z.object({ status: z.literal('not-found') }),
  z.object({
    status: z.enum(['active', 'inactive']),
    lineType: z.enum(['mobile', 'landline', 'voip']),
    simChangedAt: time.exactOptional(),
    portedAt: time.exactOptional(),
  }),
]);

/** The carriers of phone accounts over HTTP, through one service: POST `phone-carrier/v1/verify` and `/line`. */
export const createHttpPhoneCarrier = (settings: AuthoritySettings): PhoneCarrierRecords & PhoneLines => ({
  async verify({ phoneNumber, ...person }) {
    const question = { phoneNumber: phoneNumber.reveal(), ...person };
    const answered = await askAuthority(settings, 'phone-carrier/v1/verify', question, answer);
    if (!answered.ok) return answered;
    if (answered.value.status === 'not-found') return ok({ status: 'not-found' });
    const { match, simChangedAt, ...account } = answered.value;
    return ok({ ...account, name: match.name, ...(simChangedAt && { simChangedAt }) });
  },
  look: (phoneNumber) =>
    askAuthority(settings, 'phone-carrier/v1/line', { phoneNumber: phoneNumber.reveal() }, line),
});
