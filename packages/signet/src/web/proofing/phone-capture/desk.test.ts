import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProofingSite, type ProofingSite } from '../../../../../../test/support/sites/proofing-site.tsx';
import { headingOf, visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { words } from '../../locales/index.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site?.close());
beforeEach(() => {
  site.proofing.standAt('front');
  site.proofing.phoneCapture.link = undefined;
  site.proofing.phoneCapture.reached = undefined;
  for (const key of Object.keys(site.visitor.pending)) delete site.visitor.pending[key];
});

const { phoneCapture: say } = words('en').proofing;
const stand = (...to: Parameters<typeof site.proofing.phoneCapture.stand>) =>
  site.proofing.phoneCapture.stand(...to);

describe('the desk, without script', () => {
  it('shows the QR code, the short code and the two words, again after a reload, and looks again by itself', async () => {
    const desk = visitorOf(site);
    const shown = await desk.post('/verify/use-phone');
    for (const page of [shown, await desk.get('/verify/use-phone')]) {
      expect(page.body).toMatch(/<img class="signet-qr" src="data:image\/png;base64,/);
      expect(page.body).toContain('7K3M-2QXD');
      expect(page.body).toContain('apple · cotton');
      expect(page.body).toContain('<noscript><meta http-equiv="refresh" content="5"');
      expect(page.body).toContain('signet-session-timeout'); // it warns before the idle limit, as every page does
    }
  });

  it('is offered once beneath each photo; beneath the face before a file, at which a person has to look', async () => {
    const file = words('en').proofing.photo.fromFile.title;
    for (const role of ['front', 'selfie'] as const) {
      site.proofing.standAt(role);
      const { body } = await visitorOf(site).get(`/verify/${role}`);
      expect(body.split(say.offer.submit)).toHaveLength(2);
      if (role === 'selfie') expect(body.indexOf(say.offer.submit)).toBeLessThan(body.indexOf(file));
    }
  });

  it('a second press makes no second link; “Use another phone” makes one', async () => {
    const desk = visitorOf(site);
    await desk.post('/verify/use-phone');
    stand('joined');
    await desk.post('/verify/use-phone');
    expect(site.proofing.phoneCapture.link?.standing.is).toBe('joined');
    await desk.post('/verify/use-phone', { anew: 'yes' });
    expect(site.proofing.phoneCapture.link?.standing.is).toBe('waiting');
  });

  it('continues by itself when every photo is there, and where the case asks for none', async () => {
    const desk = visitorOf(site);
    stand('joined');
    expect(headingOf((await desk.get('/verify/use-phone')).body)).toBe(say.desk.joined);
    site.proofing.standAt('ssn');
    expect((await desk.get('/verify/use-phone')).url.pathname).toBe('/verify/ssn');
    site.proofing.standAt('selfie'); // asked for again
    stand('done');
    expect((await desk.get('/verify/use-phone')).url.pathname).toBe('/verify/selfie');
  });

  it('tells its script how far the phone is, and to go to the page anew when that says something else', async () => {
    const desk = visitorOf(site);
    const status = async (seen: string) =>
      JSON.parse((await desk.get(`/verify/use-phone/progress?seen=${seen}`)).body);
    stand('waiting');
    expect(await status('waiting')).toEqual({ stage: 'link', done: false });
    stand('joined');
    expect(await status('joined')).toEqual({ stage: 'front', done: false });
    expect(await status('waiting')).toEqual({ stage: 'front', done: true, next: '/verify/use-phone' });
    stand('expired');
    expect(await status('joined')).toMatchObject({ done: true, next: '/verify/use-phone' });
  });

  it.each(Object.entries(say.over))(
    'a link that is over (%s): why, and how to continue',
    async (is, text) => {
      stand(is as keyof typeof say.over);
      const { body } = await visitorOf(site).get('/verify/use-phone');
      expect(headingOf(body)).toBe(text.title);
      expect([body.includes(say.desk.again), body.includes(say.desk.longer)]).toEqual([
        true,
        is === 'expired',
      ]);
    },
  );

  it('too many links: says so, and where to take the photos', async () => {
    site.proofing.phoneCapture.reached = 'too-many-links';
    const answer = await visitorOf(site).post('/verify/use-phone');
    expect([answer.status, answer.body.includes(say.desk.tooMany)]).toEqual([429, true]);
  });

  it('another window of the account does not know the link, and can make one', async () => {
    const desk = visitorOf(site);
    await desk.post('/verify/use-phone');
    if (site.proofing.phoneCapture.link)
      Object.assign(site.proofing.phoneCapture.link, { id: 'a-newer-link' });
    const { body } = await desk.get('/verify/use-phone');
    expect(body).toContain(say.desk.elsewhere);
    expect(body).not.toContain('signet-qr');
  });
});
