import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openProofingSite,
  type ProofingSite,
  sessionCookie,
} from '../../../../../../test/support/sites/proofing-site.tsx';
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

const jpeg = (bytes = 10, name = 'photo.jpg') =>
  new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
const person = () => visitorOf(site);
const { proofing: say } = words('en');

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
    expect(first.body).toContain(say.photo.problems.blurry);
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

  it.each([
    ['without a case', () => Object.assign(site.proofing, { started: false }), '/verify'],
    ['whose case stands elsewhere', () => site.proofing.standAt('consent'), '/verify/consent'],
  ])(
    'attack, memory: of somebody %s are not read: the answer comes before the body',
    async (_who, stand, to) => {
      const token = await person().token();
      stand();
      const sending = request(`${site.url}/verify/front`, {
        method: 'POST',
        headers: {
          cookie: `${sessionCookie.name}=${sessionCookie.value}`,
          origin: site.url,
          'x-csrf-token': token,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': '15000000',
        },
      });
      sending.on('error', () => {}).flushHeaders();
      const [{ statusCode, headers }] = (await once(sending, 'response')) as [IncomingMessage];
      sending.destroy();
      expect([statusCode, headers.location]).toEqual([303, to]);
    },
  );

  it('A17: are shown to their owner only by name of the side, and kept in no cache', async () => {
    const { get } = person();
    const shown = await get('/verify/photo/front');
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect((await get('/verify/photo/..%2Ffront')).status).toBe(404);
  });
});
