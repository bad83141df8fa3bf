import { z } from 'zod';
import { ok } from '../../../kernel/index.ts';
import type { SocialSecurityRecords } from '../ports.ts';
import { type AuthoritySettings, askAuthority } from './ask-authority.ts';

const answer = z.object({ result: z.enum(['match', 'no-match', 'deceased']) });

/** The issuer of social security numbers over HTTP: POST `social-security/v1/verify`. */
export const createHttpSocialSecurity = (settings: AuthoritySettings): SocialSecurityRecords => ({
  async verify({ ssn, ...person }) {
    const question = { ssn: ssn.reveal(), ...person };
    const answered = await askAuthority(settings, 'social-security/v1/verify', question, answer);
    return answered.ok ? ok(answered.value.result) : answered;
  },
});
