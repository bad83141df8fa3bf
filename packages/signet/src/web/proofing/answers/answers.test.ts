import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProofingSite, type ProofingSite } from '../../../../../../test/support/sites/proofing-site.tsx';
import { visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { words } from '../../locales/index.ts';
import { consentVersion, letterVersion } from './consent-step.tsx';

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

describe('consent to the face check', () => {
  it('A17: is asked for with what, why, how long, and a way to say no; and kept with its version', async () => {
    site.proofing.standAt('consent');
    const { get, post } = person();
    const { body } = await get('/verify/consent');
    for (const part of say.consent.parts(14, true)) expect(body).toContain(part.heading);
    expect(body).toContain('/verify/other-ways/no-face-check');
    expect(body).not.toMatch(/<input[^>]*name="agree"[^>]* checked/);
    await post('/verify/consent', { agree: 'yes' });
    expect(site.proofing.calls).toEqual([`consent ${consentVersion}`]);
  });

  it('A17: its words cannot change without a new version', () => {
    const all = (['en', 'es'] as const).map((lang) => {
      const { consent } = words(lang).proofing;
      return { ...consent, parts: [consent.parts(0, true), consent.parts(0, false)] };
    });
    const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
    expect({ [consentVersion]: digest }).toEqual({ 'face-check-6': '5d80edffda400150' });
  });

  it('A8, A17: no to it leads to a letter, by words that have a version of their own, and not to a dead end', async () => {
    site.proofing.standAt('consent');
    const { get, post } = person();
    const { body } = await get('/verify/other-ways/no-face-check');
    for (const step of say.letterOffer.how) expect(body).toContain(step);
    await post('/verify/consent', { agree: 'letter' });
    expect(site.proofing.calls).toEqual([`consent ${letterVersion}`]);
    const all = (['en', 'es'] as const).map((lang) => {
      const { letterOffer } = words(lang).proofing;
      return { ...letterOffer, keep: letterOffer.keep(0) };
    });
    const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
    expect({ [letterVersion]: digest }).toEqual({ 'letter-3': '9f4fd9df1d354b58' });
  });

  it('A8: where no letter can go, none is offered', async () => {
    site.proofing.standAt('front');
    site.proofing.answers = { ...site.proofing.answers, document: 'passport' };
    const { body } = await person().get('/verify/other-ways/no-face-check');
    expect(body).not.toContain('value="letter"');
    expect(body).toContain(say.otherWays.agency.heading);
  });
});

describe('the answers to check', () => {
  it('A16: say of a face from a file that a person will look at it, before it is sent', async () => {
    site.proofing.standAt('check-answers');
    expect((await person().get('/verify/check-answers')).body).not.toContain(say.check.photoFromFile);
    const { photos } = site.proofing.answers;
    const selfie = { settled: true, problems: [], fromFile: true, takenAt: new Date() } as const;
    site.proofing.answers = { ...site.proofing.answers, photos: { ...photos, selfie } };
    expect((await person().get('/verify/check-answers')).body).toContain(say.check.photoFromFile);
  });

  it('finding T6: call an ITIN what it is, and an SSN what that is', async () => {
    site.proofing.standAt('check-answers');
    expect((await person().get('/verify/check-answers')).body).toContain(`>${say.check.ssn}<`);
    site.proofing.answers = { ...site.proofing.answers, numberKind: 'itin' };
    const { body } = await person().get('/verify/check-answers');
    expect(body).toContain(`>${say.check.itin}<`);
    expect(body).not.toContain(say.check.ssn);
  });
});

describe('the social security number', () => {
  it('A24: is asked for with purpose, choice and retention on the same page, and a way without it', async () => {
    site.proofing.standAt('ssn');
    const { body } = await person().get('/verify/ssn');
    for (const { term } of say.ssn.notice) expect(body).toContain(term);
    expect(body).toContain('/verify/other-ways/no-number');
    expect(body).toMatch(/<input(?=[^>]* name="ssn")[^>]* data-secret/); // never handed on by the browser
    const order = [
      'name="ssn"',
      say.ssn.noticeShort,
      `<h2>${say.check.title}</h2>`,
      `>${say.check.submit}</button>`,
      '<details',
      say.ssn.notice[0]?.value ?? '',
    ];
    const places = order.map((one) => body.indexOf(one)); // the notice with the field, the reasons in full below the button
    expect(places).toEqual(places.filter((at) => at > 0).toSorted((a, b) => a - b));
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
    site.proofing.standAt('check-answers');
    for (const path of ['/verify/ssn', '/verify/phone', '/verify/check-answers']) {
      const { body } = await get(path);
      if (path !== '/verify/phone') expect(body).toContain('3417');
      expect(body).not.toMatch(/900-?12/);
    }
    expect((await post('/verify/ssn', { ssn: ' ' })).url.pathname).toBe('/verify/checking');
    expect(site.proofing.calls).toEqual(['submit']);
  });

  it('is the last question: its page shows all other answers, each with the way to change it, and sends them with it', async () => {
    site.proofing.standAt('ssn');
    const { get, post } = person();
    const { body } = await get('/verify/ssn');
    for (const step of ['choose', 'consent', 'front', 'back', 'selfie', 'phone'])
      expect(body).toMatch(new RegExp(`<a[^>]*href="/verify/${step}"[^>]*>\\s*Change`));
    expect(body).toContain('•••-•••-0101');
    expect(body.match(/<img[^>]*src="\/verify\/photo\//g)).toHaveLength(3);
    expect((await post('/verify/ssn', { ssn: '900-12-3417' })).url.pathname).toBe('/verify/checking');
    expect(site.proofing.calls).toEqual(['ssn 900-12-3417', 'submit']);
  });

  it('limit proofing-submitted.a-day: sent too often, its page shows all answers and says when; nothing is lost', async () => {
    site.proofing.standAt('ssn');
    site.proofing.refuse.submit = { code: 'too-many-tries', again: new Date(Date.now() + 5 * 3_600_000) };
    const { get, post } = person();
    const { status, body } = await post('/verify/ssn', { ssn: '900-12-3417' });
    expect(status).toBe(429);
    expect(body).toContain(say.check.tooMany(5));
    expect(body).toContain('•••-••-3417');
    expect((await get('/verify')).url.pathname).toBe('/verify/check-answers');
  });
});
