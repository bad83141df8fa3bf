import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProofingSite, type ProofingSite } from '../../../../../test/support/sites/proofing-site.tsx';
import { headingOf, visitorOf } from '../../../../../test/support/visitors/proofing-visitor.ts';
import { stepNames } from '../../modules/proofing/index.ts';
import { words } from '../locales/index.ts';
import { consentVersion } from './answers/index.ts';

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

const jpeg = (bytes = 10, name = 'photo.jpg') =>
  new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
const person = () => visitorOf(site);
const { proofing: say } = words('en');

describe('who may come in', () => {
  it.each([
    ['nobody', 0],
    ['somebody with one factor', 1],
  ] as const)('A27, A28: %s is sent to sign in, whatever they ask for or post', async (_who, aal) => {
    site.proofing.standAt('check-answers');
    const { get, post, token } = person();
    site.visitor.aal = aal;
    for (const path of ['/verify', '/verify/ssn', '/verify/photo/front', '/verify/stop', '/verify/redress']) {
      expect((await get(path)).url.pathname).toBe('/continue');
    }
    const polled = JSON.parse((await get('/verify/progress')).body);
    expect(polled).toEqual({ stage: '', done: true, next: '/continue' });
    site.visitor.aal = 2;
    const csrf = await token();
    site.visitor.aal = aal;
    for (const path of ['/verify', '/verify/check-answers', '/verify/withdraw', '/verify/front/anyway']) {
      expect((await post(path, { csrf })).url.pathname).toBe('/continue');
    }
    expect(site.proofing.calls).toEqual([]);
  });

  it('who has nowhere to keep an identity is sent to make recovery codes first; who only does not open it here is not', async () => {
    site.proofing.standAt('check-answers');
    const { get, post, token } = person();
    const csrf = await token();
    Object.assign(site.visitor, { opensVault: false, hasVault: false });
    expect((await get('/verify')).url.pathname).toBe('/recovery-codes');
    expect((await post('/verify/check-answers', { csrf })).url.pathname).toBe('/recovery-codes');
    expect(site.proofing.calls).toEqual([]);
    site.visitor.hasVault = true;
    expect((await get('/verify')).url.pathname).toBe('/verify/check-answers');
    site.visitor.opensVault = true;
  });

  it('a session that ended at a step leads back to the same step', async () => {
    site.proofing.standAt('selfie');
    expect((await person().get('/verify')).url.pathname).toBe('/verify/selfie');
  });
});

describe('the way through', () => {
  it('introduces itself once, then goes straight to where the case stands', async () => {
    site.proofing.standAt('choose');
    site.proofing.started = false;
    const { get, post } = person();
    const first = await get('/verify');
    expect(headingOf(first.body)).toBe(say.start.title);
    expect(first.body).toContain('14 days');
    expect((await post('/verify')).url.pathname).toBe('/verify/choose');
    expect((await get('/verify')).url.pathname).toBe('/verify/choose');
  });

  it.each(stepNames)('a page that is not open leads to where the case stands: %s', async (step) => {
    site.proofing.standAt('consent');
    const { url, status } = await person().get(`/verify/${step}`);
    expect(status).toBe(200);
    expect(url.pathname).toBe(step === 'choose' ? '/verify/choose' : '/verify/consent');
  });

  it('an answer to a page that is not open changes nothing and is no error', async () => {
    site.proofing.standAt('consent');
    const { post, upload } = person();
    expect((await post('/verify/ssn', { ssn: 'abc' })).url.pathname).toBe('/verify/consent');
    expect((await post('/verify/check-answers')).url.pathname).toBe('/verify/consent');
    expect((await post('/verify/decision')).url.pathname).toBe('/verify/consent');
    expect(await upload('/verify/front', jpeg())).toMatchObject({ status: 303, location: '/verify/consent' });
    expect(site.proofing.calls).toEqual([]);
  });

  it('double click and resubmission are harmless: one case is sent, both land on the same page', async () => {
    site.proofing.standAt('check-answers');
    const { post } = person();
    const both = await Promise.all([post('/verify/check-answers'), post('/verify/check-answers')]);
    expect(both.map(({ url }) => url.pathname)).toEqual(['/verify/checking', '/verify/checking']);
    expect((await post('/verify/check-answers')).url.pathname).toBe('/verify/checking');
  });

  it('a case that was deleted in another tab leads to the start', async () => {
    site.proofing.standAt('ssn');
    const { get, post } = person();
    site.proofing.started = false;
    expect((await post('/verify/ssn', { ssn: '900123417' })).url.pathname).toBe('/verify');
    expect((await get('/verify/checking')).url.pathname).toBe('/verify');
    expect(JSON.parse((await get('/verify/progress')).body)).toMatchObject({ done: true, next: '/verify' });
  });

  it('what cannot be checked yet is said before anything is asked, and changes nothing', async () => {
    site.proofing.standAt('choose');
    const { url, body } = await person().post('/verify/choose', { document: 'passport' });
    expect(url.pathname).toBe('/verify/other-ways/passport');
    expect(body).toContain(say.otherWays.titles.passport);
    expect(site.proofing.calls).toEqual([]);
  });

  it.each([
    ['choose', { document: '"><script>' }, say.choose.error],
    ['consent', { agree: '' }, say.consent.error],
  ])('%s: without an answer the page comes again and says what is missing', async (step, form, error) => {
    site.proofing.standAt(step as 'choose');
    const { status, body } = await person().post(`/verify/${step}`, form);
    expect(status).toBe(422);
    expect(body).toContain(error);
    expect(body).not.toContain('<script>');
    expect(body).toMatch(/<title>Error: /);
  });
});

describe('consent to the face check', () => {
  it('A17: is asked for with what, why, how long, and a way to say no; and kept with its version', async () => {
    site.proofing.standAt('consent');
    const { get, post } = person();
    const { body } = await get('/verify/consent');
    for (const part of say.consent.parts(14)) expect(body).toContain(part.heading);
    expect(body).toContain('/verify/other-ways/no-face-check');
    expect(body).not.toMatch(/<input[^>]*name="agree"[^>]* checked/);
    await post('/verify/consent', { agree: 'yes' });
    expect(site.proofing.calls).toEqual([`consent ${consentVersion}`]);
  });

  it('A17: its words cannot change without a new version', () => {
    const all = (['en', 'es'] as const).map((lang) => {
      const { consent } = words(lang).proofing;
      return { ...consent, parts: consent.parts(0) };
    });
    const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
    expect({ [consentVersion]: digest }).toEqual({ 'face-check-1': '551a4e91af83dcf1' });
  });
});

describe('photos', () => {
  beforeEach(() => site.proofing.standAt('front'));

  it('are taken as they come and lead on', async () => {
    expect(await person().upload('/verify/front', jpeg(1000))).toMatchObject({
      status: 303,
      location: '/verify/back',
    });
    expect(site.proofing.calls).toEqual(['photo front 1000']);
  });

  it('none chosen: says so, and asks nothing of the module', async () => {
    const { status, body } = await person().upload('/verify/front', undefined);
    expect(status).toBe(422);
    expect(body).toContain(say.photo.missing);
    expect(site.proofing.calls).toEqual([]);
  });

  it.each(Object.entries(say.photo.refusals))('%s: says what to do', async (why, text) => {
    site.proofing.refuse.photo = { code: 'refused', why: why as 'heic' };
    const file = why === 'empty' ? jpeg(0) : jpeg();
    const { status, body } = await person().upload('/verify/front', file);
    expect(status).toBe(422);
    expect(body).toContain(text);
  });

  it('a poor one: says why; may be used all the same only where the module allows it', async () => {
    const { get, post, upload } = person();
    const poor = { code: 'poor-quality', problems: ['blurry'] } as const;
    site.proofing.refuse.photo = { ...poor, mayUseAnyway: false };
    const first = await upload('/verify/front', jpeg());
    expect(first.body).toContain(say.photo.quality.blurry);
    expect(first.body).not.toContain(say.photo.anyway);
    expect((await get('/verify/front')).body).toContain(say.photo.poorTitle);
    site.proofing.refuse.photo = { ...poor, mayUseAnyway: true };
    expect((await upload('/verify/front', jpeg())).body).toContain(say.photo.anyway);
    expect((await post('/verify/front/anyway')).url.pathname).toBe('/verify/back');
    expect((await post('/verify/ssn/anyway')).url.pathname).toBe('/verify/back');
    expect(site.proofing.calls.at(-1)).toBe('anyway front');
  });

  it('of more than 16 MB: the page about it, and the case stands where it stood', async () => {
    const { status, body } = await person().upload('/verify/front', jpeg(17 * 1024 * 1024));
    expect(status).toBe(413);
    expect(body).toContain(words('en').common.errorPages[413].title);
    expect(site.proofing.calls).toEqual([]);
  });

  it('A17: are shown to their owner only by name of the side, and kept in no cache', async () => {
    const { get } = person();
    const shown = await get('/verify/photo/front');
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect((await get('/verify/photo/..%2Ffront')).status).toBe(404);
  });
});

describe('the social security number', () => {
  it('A24: is asked for with purpose, choice and retention on the same page, and a way without it', async () => {
    site.proofing.standAt('ssn');
    const { body } = await person().get('/verify/ssn');
    for (const { term } of say.ssn.notice) expect(body).toContain(term);
    expect(body).toContain('/verify/other-ways/no-number');
  });

  it.each(Object.entries(say.ssn.errors))(
    '%s: says what is wrong and keeps what was typed',
    async (code, text) => {
      site.proofing.standAt('ssn');
      site.proofing.refuse.ssn = code as 'itin';
      const { status, body } = await person().post('/verify/ssn', { ssn: '900-7"0' });
      expect(status).toBe(422);
      expect(body).toContain(text);
      expect(body).toContain('value="900-7&quot;0"');
    },
  );

  it('once taken it is never shown again: its last four only; left empty it stays', async () => {
    site.proofing.standAt('ssn');
    const { get, post } = person();
    await post('/verify/ssn', { ssn: '900-12-3417' });
    for (const path of ['/verify/ssn', '/verify/phone']) {
      const { body } = await get(path);
      if (path === '/verify/ssn') expect(body).toContain('3417');
      expect(body).not.toMatch(/900-?12/);
    }
    expect((await post('/verify/ssn', { ssn: ' ' })).url.pathname).toBe('/verify/phone');
    expect(site.proofing.calls).toEqual(['ssn 900-12-3417']);
  });
});

describe('the phone account', () => {
  const { phone, phoneCode } = say;
  beforeEach(() => site.proofing.standAt('phone'));

  it('A14: is asked for with purpose, retention and cost, and a way on without one', async () => {
    const { get, post } = person();
    const { body } = await get('/verify/phone');
    for (const { term } of phone.notice) expect(body).toContain(term);
    expect(body).toContain(phone.noneBody(14));
    expect((await post('/verify/phone', { have: 'none' })).url.pathname).toBe('/verify/check-answers');
    expect((await get('/verify/check-answers')).body).toContain(say.check.noPhone);
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
    expect((await get('/verify/check-answers')).body).toContain('•••-•••-0101');
    expect((await get('/verify/phone-code')).url.pathname).toBe('/verify/check-answers');
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
