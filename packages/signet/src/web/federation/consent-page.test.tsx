import { expect, it } from 'vitest';
import { type AttributeName, attributes } from '../../modules/agencies/index.ts';
import type { AuthorizationRequest } from '../../modules/federation/index.ts';
import type { Identity } from '../../modules/vault/index.ts';
import { words } from '../locales/index.ts';
import type { PageFrame } from '../ui/index.ts';
import { ConsentPage } from './consent-page.tsx';

const identity: Identity = {
  givenName: 'LUCIA',
  familyName: 'VEGA MONTERO',
  birthDate: '1991-07-19',
  ssn: '912934471',
  document: { type: 'license', number: 'U2290417', issuerId: '636999' },
};
const withItin: Identity = { ...identity, numberKind: 'itin' };

const frame: PageFrame = { lang: 'en', path: '/', csrf: 'token', sandbox: true };
const inBoth = (text: string) => ({ en: text, es: text });
const request = {
  uid: 'request-1',
  agency: { nameInSentence: inBoth('the Department'), purpose: inBoth('To find your records.') },
} as unknown as AuthorizationRequest;

const pageOf = (held: Identity, optional: boolean, lang: 'en' | 'es' = 'en') => {
  const shown = attributes.ssn.shown({ identity: held, email: undefined });
  return String(
    <ConsentPage frame={{ ...frame, lang }} request={request} items={[{ item: 'ssn', optional, shown }]} />,
  );
};

it('finding T6: an agreement calls an ITIN what it is, and an SSN what that is', () => {
  expect(pageOf(identity, false)).toContain('Your Social Security number');
  for (const optional of [false, true]) {
    const page = pageOf(withItin, optional);
    expect(page).toContain(
      optional ? 'Also share your taxpayer number (ITIN)' : 'Your taxpayer number (ITIN)',
    );
    expect(page).not.toContain('Social Security');
    expect(pageOf(withItin, optional, 'es')).toMatch(/[Ss]u número de contribuyente \(ITIN\)/);
  }
});

it('says of each agreement what goes along with it: how a person was verified only beside what is verified', () => {
  const told = (items: AttributeName[], lang: 'en' | 'es' = 'en') =>
    String(
      <ConsentPage
        frame={{ ...frame, lang }}
        request={request}
        items={items.map((item) => ({ item, optional: false, shown: undefined }))}
      />,
    );
  for (const items of [[], ['email']] as AttributeName[][]) {
    expect(told(items)).toContain('whether your identity is verified');
    expect(told(items)).not.toContain('how your identity was verified');
    expect(told(items, 'es')).toContain('si su identidad está verificada');
  }
  expect(told(['email', 'birthdate'])).toContain('how your identity was verified');
  expect(told([])).not.toMatch(/only learns|same person as before/);
});

it('finding P12: says first, on one page with its question, that a proofing has just ended well', () => {
  const page = (justProven: boolean, lang: 'en' | 'es' = 'en') =>
    String(<ConsentPage frame={{ ...frame, lang }} request={request} items={[]} justProven={justProven} />);
  for (const lang of ['en', 'es'] as const) {
    const { title, brief } = words(lang).proofing.verified;
    expect(page(true, lang)).toMatch(new RegExp(`signet-seal.*${title}.*${brief}.*<h1`, 's'));
    expect(page(false, lang)).not.toContain(title);
  }
});
