import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProofingSite, type ProofingSite } from '../../../../../../test/support/sites/proofing-site.tsx';
import { visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { words } from '../../locales/index.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site?.close());
beforeEach(() => {
  site.visitor.aal = 2;
  site.visitor.request = undefined;
  site.proofing.proven = undefined;
  site.faults.length = 0;
});

const person = () => visitorOf(site);
const { proofing: say } = words('en');

describe('the phone account', () => {
  const { phone, phoneCode } = say;
  beforeEach(() => site.proofing.standAt('phone'));

  it('A14: is asked for with purpose, retention and cost, and a way on without one', async () => {
    const { get, post } = person();
    const { body } = await get('/verify/phone');
    for (const { term } of phone.notice) expect(body).toContain(term);
    const order = ['name="phone"', phone.noticeShort, `>${phone.submit}</button>`, '<details'];
    const places = order.map((one) => body.indexOf(one)); // the button in reach on a small screen, the reasons below it
    expect(places).toEqual(places.filter((at) => at > 0).toSorted((a, b) => a - b));
    expect(body).toContain(phone.noneBody(14));
    expect((await post('/verify/phone', { have: 'none' })).url.pathname).toBe('/verify/ssn');
    expect((await get('/verify/ssn')).body).toContain(say.check.noPhone);
    expect(site.proofing.calls).toEqual(['no phone']);
  });

  it.each(Object.entries(phone.errors))(
    '%s: says what is wrong and keeps what was typed',
    async (why, text) => {
      site.proofing.refuse.phone = { code: 'refused', why: why as 'empty' };
      const { status, body } = await person().post('/verify/phone', { phone: '911"' });
      expect(status).toBe(422);
      expect(body).toContain(text);
      expect(body).toContain('value="911&quot;"');
    },
  );

  it('once taken, the last four of its number only; left empty it stays', async () => {
    const { get, post } = person();
    expect((await post('/verify/phone', { phone: '202 555 0101' })).url.pathname).toBe('/verify/phone-code');
    for (const path of ['/verify/phone-code', '/verify/phone']) {
      const { body } = await get(path);
      expect(body).toContain('0101');
      expect(body).not.toContain('value="202');
    }
    expect((await post('/verify/phone', { phone: '' })).url.pathname).toBe('/verify/phone-code');
    await post('/verify/phone-code', { code: '271 828' });
    expect((await get('/verify/ssn')).body).toContain('•••-•••-0101');
    expect((await get('/verify/phone-code')).url.pathname).toBe('/verify/ssn');
    expect(site.proofing.calls).toEqual(['phone 202 555 0101', 'code 271 828']);
  });

  it.each([
    [{ code: 'not-a-code' }, 422, phoneCode.errors['not-a-code']],
    [{ code: 'wrong' }, 422, phoneCode.errors.wrong],
    [{ code: 'expired' }, 422, phoneCode.errors.expired],
    [
      { code: 'too-many-tries', again: new Date(Date.now() + 19.5 * 3_600_000) },
      429,
      phoneCode.tooManyTries(20),
    ],
  ] as const)(
    'A12: a code that does not count, %j: says what to do, and is not drawn again',
    async (refused, status, text) => {
      site.proofing.standAt('phone-code');
      site.proofing.refuse.code = refused;
      const answer = await person().post('/verify/phone-code', { code: '314159' });
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(text);
      expect(answer.body).not.toContain('314159');
    },
  );

  it('a new code is sent when asked for, and said to be sent; asked for too often, when to ask again', async () => {
    site.proofing.standAt('phone-code');
    const { post } = person();
    const sent = await post('/verify/phone-code', { send: 'again' });
    expect(sent.url.pathname + sent.url.search).toBe('/verify/phone-code?sent=again');
    expect(sent.body).toContain(phoneCode.sentTitle);
    const soon = { code: 'too-many-texts', again: new Date(Date.now() + 20_000) } as const;
    site.proofing.refuse.text = soon;
    expect((await post('/verify/phone-code', { send: 'again' })).body).toContain(phoneCode.tooSoon);
    site.proofing.refuse.text = { ...soon, again: new Date(Date.now() + 4.5 * 3_600_000) };
    const late = await post('/verify/phone-code', { send: 'again' });
    expect([late.status, late.body.includes(phoneCode.tooManyTexts(5))]).toEqual([429, true]);
  });
});
