import { z } from 'zod';
import { ok } from '../../../kernel/index.ts';
import type { PhoneCarrierRecords } from '../ports.ts';
import { type AuthoritySettings, askAuthority } from './ask-authority.ts';

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('not-found') }),
  z.object({
    status: z.enum(['active', 'inactive']),
    match: z.object({ name: z.enum(['match', 'no-match', 'not-held']) }),
    carrier: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    lineType: z.enum(['mobile', 'landline', 'voip']),
    simChangedAt: z.iso
      .datetime({ offset: true })
      .transform((at) => new Date(at))
      .optional(),
  }),
]);

/** The carriers of phone accounts over HTTP, through one service: POST `phone-carrier/v1/verify`. */
export const createHttpPhoneCarrier = (settings: AuthoritySettings): PhoneCarrierRecords => ({
  async verify({ phoneNumber, ...person }) {
    const question = { phoneNumber: phoneNumber.reveal(), ...person };
    const answered = await askAuthority(settings, 'phone-carrier/v1/verify', question, answer);
    if (!answered.ok) return answered;
    if (answered.value.status === 'not-found') return ok({ status: 'not-found' });
    const { match, simChangedAt, ...account } = answered.value;
    return ok({ ...account, name: match.name, ...(simChangedAt && { simChangedAt }) });
  },
});
