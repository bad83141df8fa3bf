import type { NoticeTemplates, TextTemplates } from '../../../packages/signet/src/modules/notices/index.ts';

const at = new Date('2026-06-03T14:05:00Z');
const link = 'https://signet.example/verify?a=1&b=2';
const agency = 'el Departamento de Ingresos';
const device = { browser: 'Firefox', system: 'Windows' };
const place = { country: 'US', region: 'Ohio', city: 'Columbus' };
const reference = 'KX-4471';
const code = '271828';

type Samples<Templates> = { readonly [Name in keyof Templates]: readonly Templates[Name][] };

/** Values of every message there is, and of each of its variants: a new template does not compile without. */
export const sampleMessages: Samples<NoticeTemplates> = {
  'email-code': [
    { code, link, minutes: 60 },
    { code, link, minutes: 60, agency },
  ],
  'account-exists': [{ link }],
  'email-address-code': [{ code, minutes: 10 }],
  'email-address-in-use': [{}],
  'email-addresses-changed': (['added', 'removed', 'primary'] as const).map((change) => ({
    change,
    address: 'a•••@mail.example',
    at,
  })),
  'account-ready': [
    { waysIn: ['password', 'totp'], at },
    { waysIn: ['passkey'], at },
  ],
  'new-authenticator': [
    ...(['password', 'totp', 'passkey', 'recovery-codes', 'phone'] as const).map((authenticator) => ({
      authenticator,
      at,
    })),
    ...(['password', 'totp', 'recovery-codes'] as const).map((authenticator) => ({
      authenticator,
      replaced: true as const,
      at,
    })),
  ],
  'authenticator-removed': [{ authenticator: 'phone', at }],
  'authenticator-disabled': [{ authenticator: 'phone', at }],
  'phone-changed-hands': [{ phone: '••• ••• 0101', at }],
  'recovery-code-used': [
    { left: 1, at },
    { left: 9, at },
  ],
  'new-sign-in': [
    { device, place, signals: ['impossible-travel'], at },
    { device: {}, signals: [], at },
  ],
  'session-elsewhere': [{ device, place, at }],
  'identity-verified': [{ at }],
  'identity-proven-again': [{ at }],
  'proofing-result': [
    { outcome: 'decided', link, at },
    { outcome: 'decided', link, recovers: true, at },
    { outcome: 'waits', link, at },
    { outcome: 'needs-person', link, reference, days: 14, at },
  ],
  'letter-not-mailed': [{ link }],
  'letter-sent': [{ until: at, link, at, arrivesBy: at }],
  'data-downloaded': [{ at }],
  'deletion-asked': [{ at, dueAt: at, keepLink: link }],
  'deletion-soon': [{ dueAt: at, keepLink: link }],
  'account-kept': [{ at }],
  'account-erased': [{ at, receiptLink: link }],
  'recovery-code': [{ code, minutes: 10, link }],
  'recovery-no-account': [{ link }],
  'recovery-started': [{ at }],
  'recovery-succeeded': [{ at }],
  disavowed: (['authenticator', 'sign-in', 'recovery', 'identity', 'contact'] as const).map((kind) => ({
    kind,
    at,
  })),
  'account-reopened': [{ at }],
  'recovery-allowed-again': [{ at }],
  'recovery-contact-code': [{ code, minutes: 10 }],
  'recovery-case-opened': [{ reference, link }],
  'recovery-waiting': [{ at, until: at }],
  'recovery-case-approved': [{ reference, until: at }],
  'recovery-case-refused': [{ reference, link }],
  'recovery-case-canceled': [{ reference, link }],
  'recovery-case-link': [{ link, hours: 48 }],
};

export const sampleTexts: Samples<TextTemplates> = {
  'sign-in-code': [
    { code, from: {} },
    { code, agency, from: { device, place } },
  ],
  'new-phone-code': [{ code, from: { device, place }, minutes: 10 }],
  'phone-removed': [{ at }],
  'phone-code': [{ code, minutes: 10 }],
  'identity-verified': [{ at }],
  'recovery-started': [{ at }],
  'recovery-succeeded': [{ at }],
  'recovery-waiting': [{ at, until: at }],
};
