import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import { addPasskey } from '../../../../../test/support/visitors/passkey-visitor.ts';
import { submit } from '../../../../../test/support/visitors/signet-visitor.ts';
import { makeVerified, type VerifiedVisitor } from '../../../../../test/support/visitors/verified-visitor.ts';
import { formatDate, words } from '../locales/index.ts';

/** A zone in which it is another day than in UTC, at every hour. */
const zone = new Date().getUTCHours() >= 10 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
const today = (lang: 'en' | 'es', timeZone = zone) => formatDate(lang, new Date(), timeZone);

let signet: TestSignet;
let visitor: VerifiedVisitor;
beforeAll(async () => {
  signet = await startSignet({ environment: { SIGNET_TIME_ZONE: zone } });
  visitor = await makeVerified(signet);
  await addPasskey(signet, visitor.browser);
});
afterAll(() => signet.close());

it.each(['/account', '/account/ways', '/account/contact', '/account/data'])(
  'finding P14: %s says days as it says times, in the zone of the service',
  async (path) => {
    for (const lang of ['en', 'es'] as const) {
      const { body } = await visitor.browser.visit(`${signet.origin}${path}?lang=${lang}`);
      expect(body).toMatch(
        new RegExp(
          `<signet-time data-shows="date"><time datetime="[^"]+Z">${today(lang)}</time></signet-time>`,
        ),
      );
      expect(body).not.toContain(today(lang, 'UTC'));
    }
  },
);

it('finding P14: the sheet of recovery codes has the day of the zone, on paper, copied and downloaded', async () => {
  const page = await visitor.browser.visit(`${signet.origin}/recovery-codes?lang=en`);
  const { body } = await submit(visitor.browser, page, '/recovery-codes');
  const head = words('en').signIn.recovery.sheet.head(today('en'));
  expect(body).toContain(`data-text="${head}`);
  expect(body).toContain(`charset=utf-8,${encodeURIComponent(head)}`);
  expect(body).toMatch(/signet-print-head">[^<]*<signet-time data-shows="date">/);
  expect(body).not.toContain(encodeURIComponent(today('en', 'UTC')));
});
