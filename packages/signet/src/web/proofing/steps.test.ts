import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openProofingSite,
  type ProofingSite,
  waitingRequest,
} from '../../../../../test/support/sites/proofing-site.tsx';
import { headingOf, visitorOf } from '../../../../../test/support/visitors/proofing-visitor.ts';
import { stepNames } from '../../modules/proofing/index.ts';
import { words } from '../locales/index.ts';

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

describe('admission to proofing', () => {
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

  it('a person with nowhere to keep an identity is sent to make recovery codes first; one whose vault is only shut here is not', async () => {
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

  it('a look into the account on the way to an agency: going on is on the way again; by a bookmark it is not', async () => {
    site.proofing.standAt('selfie');
    site.visitor.request = waitingRequest;
    const off = visitorOf(site, undefined, { onTheWay: false });
    const agency = waitingRequest.agencyName.en;
    const typed = await off.get('/verify', { 'sec-fetch-site': 'none' });
    expect(typed.body).not.toContain(agency);
    const { url, body } = await off.get('/verify', { 'sec-fetch-site': 'same-origin' });
    expect(url.pathname).toBe('/verify/selfie');
    expect(body).toContain(agency);
    expect((await off.get('/verify/selfie')).body).toContain(agency);
    site.visitor.request = undefined;
  });

  it('a session that ended at a step leads back to the same step', async () => {
    site.proofing.standAt('selfie');
    expect((await person().get('/verify')).url.pathname).toBe('/verify/selfie');
  });
});

describe('the way through', () => {
  it('A17, A24: says with its first question what is needed and kept; its answer begins the case', async () => {
    site.proofing.standAt('choose');
    site.proofing.started = false;
    const { get, post } = person();
    const first = await get('/verify');
    expect(headingOf(first.body)).toBe(say.choose.title);
    for (const told of [...say.start.need, ...say.start.keep(14)]) expect(first.body).toContain(told);
    expect(site.proofing.calls).toEqual([]);
    expect((await post('/verify', { document: 'license' })).url.pathname).toBe('/verify/consent');
    expect(site.proofing.calls).toEqual(['choose license']);
    expect((await get('/verify')).url.pathname).toBe('/verify/consent');
  });

  it('its first question without an answer comes again, and no case is begun; nor for what cannot be checked', async () => {
    site.proofing.standAt('choose');
    site.proofing.started = false;
    const { post } = person();
    for (const form of [{}, { document: '"><script>' }]) {
      const { status, body } = await post('/verify', form);
      expect(status).toBe(422);
      expect(body).toContain(say.choose.error);
      expect(body).not.toContain('<script>');
    }
    const elsewhere = await post('/verify', { document: 'none-of-these' });
    expect(elsewhere.url.pathname).toBe('/verify/other-ways/none-of-these');
    expect(site.proofing.calls).toEqual([]);
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

  it('attack, a /64 of IPv6 for each case sent in: its place in the line is by the whole /48', async () => {
    for (const source of ['2001:db8:66:1::1', '2001:db8:66:2::1', '2001:db8:67:1::1']) {
      site.proofing.standAt('check-answers');
      await visitorOf(site, source).post('/verify/check-answers');
    }
    expect(site.proofing.networks.slice(-3)).toEqual([
      '2001:db8:66::/48',
      '2001:db8:66::/48',
      '2001:db8:67::/48',
    ]);
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
    const { url, body } = await person().post('/verify/choose', { document: 'mobile-license' });
    expect(url.pathname).toBe('/verify/other-ways/mobile-license');
    expect(body).toContain(say.otherWays.situations['mobile-license'].title);
    // and there is a way on
    expect(body).toMatch(/href="\/verify\/choose"[^>]*>\s*Choose another document/);
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
