import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openProofingSite, type ProofingSite } from '../../../../../../test/support/sites/proofing-site.tsx';
import { headingOf, visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site.close());

const person = () => visitorOf(site);

describe('getting an account back', () => {
  const opening = async () => {
    site.visitor.recovers = true;
    site.visitor.provesAgain = false;
    site.proofing.started = false;
    site.proofing.recovers = false;
    site.proofing.refuse = {};
    return person();
  };
  afterEach(() => {
    site.visitor.recovers = false;
    site.proofing.recovers = false;
    site.visitor.aal = 2;
  });

  it('says first what is needed, goes the same steps under its own name, and ends at a new way to sign in', async () => {
    const { get, post } = await opening();
    const start = await get('/recover/proofing');
    expect(headingOf(start.body)).toBe('Prove again that it is you');
    const csrf = /name="csrf" value="([^"]+)"/.exec(start.body)?.[1] ?? '';
    const first = await post('/recover/proofing', { csrf });
    expect(first.url.pathname).toBe('/verify/choose');
    expect(first.body).toContain('Get back into your account');
    expect((await get('/recover/proofing')).url.pathname).toBe('/verify/choose'); // and not a second one
    site.proofing.standAt('check-answers', { outcome: 'verified' });
    expect(headingOf((await get('/verify')).body)).toBe('It is you');
    expect((await post('/recover/proven', { csrf })).url.pathname).toBe('/continue');
  });

  it('comes back in its browser when the session is over, once the mailbox was shown anew', async () => {
    const { get, post } = await opening();
    const csrf = /name="csrf" value="([^"]+)"/.exec((await get('/recover/proofing')).body)?.[1] ?? '';
    await post('/recover/proofing', { csrf });
    site.visitor.provesAgain = false;
    site.proofing.standAt('check-answers', { outcome: 'verified' });
    expect((await get('/recover/proofing')).url.pathname).toBe('/verify/decision');
    const another = person();
    site.visitor.provesAgain = false;
    expect(headingOf((await another.get('/recover/proofing')).body)).toBe('Prove again that it is you');
  });

  it('is refused as a first proofing is, and leads back to the other ways', async () => {
    const { get } = await opening();
    site.visitor.provesAgain = true;
    site.proofing.standAt('check-answers', { outcome: 'refused', reasons: ['not-this-account'] });
    site.proofing.recovers = true;
    const { body } = await get('/verify/decision');
    expect(body).toContain('href="/recover/choose"');
    expect(body).not.toContain('action="/verify"');
  });

  it('attack: nobody without the emailed code, and without the proof, gets to a new way to sign in', async () => {
    const { get, post, token } = await opening();
    site.visitor.provesAgain = true;
    site.proofing.standAt('choose');
    const csrf = await token();
    expect((await post('/recover/proven', { csrf })).url.pathname).toBe('/recover/choose');
    site.visitor.recovers = false;
    site.visitor.aal = 0;
    expect((await get('/recover/proofing')).url.pathname).toBe('/recover/choose');
    expect((await post('/recover/proofing', { csrf })).url.pathname).toBe('/recover/choose');
    expect((await post('/recover/proven', { csrf })).url.pathname).toBe('/recover/choose');
    expect((await get('/verify/choose')).url.pathname).toBe('/continue');
  });
});
