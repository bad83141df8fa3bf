import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import {
  openProofingSite,
  type ProofingSite,
  sessionCookie,
  waitingRequest,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { headingOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
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

const { photo, phoneCapture: say } = words('en').proofing;
const link = () => `${site.url}/phone/link/${site.proofing.phoneCapture.token.reveal()}`;
const stand = (...to: Parameters<typeof site.proofing.phoneCapture.stand>) =>
  site.proofing.phoneCapture.stand(...to);
const csrfOf = (body: string) => /name="x-csrf-token" content="([^"]+)"/.exec(body)?.[1] ?? '';

/** A phone without script, and nobody signed in on it. */
function newPhone() {
  const browser = new CookieBrowser();
  const press = async (from: string, action: string, form: Record<string, string> = {}) => {
    const csrf = csrfOf((await browser.visit(site.url + from)).body);
    return browser.post(site.url + action, { csrf, ...form });
  };
  return { browser, visit: (path: string) => browser.visit(site.url + path), press };
}

async function sendPhoto(phone: ReturnType<typeof newPhone>, role: string): Promise<string | null> {
  const page = await phone.visit(`/phone/${role}`);
  const form = new FormData();
  form.set('csrf', csrfOf(page.body));
  form.set('photo', new File([new Uint8Array(9)], 'photo.jpg', { type: 'image/jpeg' }));
  const names = ['signet_phone', 'signet_form'];
  const cookie = names.map((name) => `${name}=${phone.browser.cookie(name)}`).join('; ');
  const init = {
    method: 'POST',
    body: form,
    headers: { cookie, origin: site.url },
    redirect: 'manual',
  } as const;
  return (await fetch(`${site.url}/phone/${role}`, init)).headers.get('location');
}

describe('the phone, without script', () => {
  it('by the link: asks first whether its person started this, then for each photo, and is done', async () => {
    const phone = newPhone();
    stand('waiting');
    const first = await phone.browser.visit(link());
    expect([first.url.pathname, headingOf(first.body)]).toEqual(['/phone/begin', say.phone.begin.title]);
    expect(first.body).toContain(say.phone.begin.warning);
    expect(first.body).toContain('apple · cotton');
    expect((await phone.press('/phone/begin', '/phone/begin')).url.pathname).toBe('/phone/front');
    expect(await sendPhoto(phone, 'front')).toBe('/phone/done');
    expect((await phone.visit('/phone/done')).url.pathname).toBe('/phone/back');
    await sendPhoto(phone, 'back');
    await sendPhoto(phone, 'selfie');
    const last = await phone.visit('/phone/done');
    expect([last.url.pathname, headingOf(last.body)]).toEqual(['/phone/done', say.phone.done.title]);
    expect(site.proofing.calls).toEqual(['photo front 9', 'photo back 9', 'photo selfie 9']);
  });

  it('by the code that is typed; a wrong one is told, and so is a network that typed too many', async () => {
    const phone = newPhone();
    stand('waiting');
    expect((await phone.press('/phone', '/phone', { code: '' })).body).toContain(say.phone.code.empty);
    expect((await phone.press('/phone', '/phone', { code: '0000-0000' })).body).toContain(
      say.phone.code.wrong,
    );
    site.proofing.phoneCapture.reached = 'too-many-codes';
    const stopped = await phone.press('/phone', '/phone', { code: '7k3m 2qxd' });
    expect([stopped.status, stopped.body.includes(say.phone.code.tooMany)]).toEqual([429, true]);
    site.proofing.phoneCapture.reached = undefined;
    expect((await phone.press('/phone', '/phone', { code: '7k3m 2qxd' })).url.pathname).toBe('/phone/begin');
  });

  it('that is done helps a second person by the code that is typed', async () => {
    const phone = newPhone();
    stand('done');
    const done = await phone.browser.visit(link());
    expect([done.url.pathname, done.body.includes('href="/phone"')]).toEqual(['/phone/done', true]);
    const before = phone.browser.cookie('signet_phone');
    expect(headingOf((await phone.visit('/phone')).body)).toBe(say.phone.code.title);
    expect(phone.browser.cookie('signet_phone')).not.toBe(before);
    expect((await phone.press('/phone', '/phone', { code: '7k3m 2qxd' })).url.pathname).toBe('/phone/begin');
  });

  it('speaks the language of the desk', async () => {
    stand('waiting');
    if (site.proofing.phoneCapture.link) Object.assign(site.proofing.phoneCapture.link, { language: 'es' });
    const { body } = await newPhone().browser.visit(link());
    expect(headingOf(body)).toBe(words('es').proofing.phoneCapture.phone.begin.title);
    expect(body).toContain('manzana · algodón');
  });

  it('a poor photo is told and may be used all the same, as everywhere', async () => {
    const phone = newPhone();
    await phone.browser.visit(link());
    stand('joined');
    await phone.browser.visit(link());
    site.proofing.refuse.photo = { code: 'poor-quality', problems: ['blurry'], mayUseAnyway: true };
    expect(await sendPhoto(phone, 'front')).toBeNull();
    expect((await phone.visit('/phone/front')).body).toContain(photo.poorTitle);
    expect((await phone.visit('/phone/photo/front')).headers.get('content-type')).toBe('image/jpeg');
    await phone.press('/phone/front', '/phone/front/anyway');
    expect(site.proofing.calls.at(-1)).toBe('anyway front');
  });

  it.each(Object.entries(say.overAtPhone))(
    'a link that is over (%s): why, and what to do',
    async (is, text) => {
      const phone = newPhone();
      if (is === 'another-phone') {
        stand('joined');
        site.proofing.phoneCapture.atThePhone = { is };
      } else if (is !== 'not-known') stand(is as keyof typeof say.over);
      const page = await phone.browser.visit(link());
      expect([page.url.pathname, headingOf(page.body)]).toEqual(['/phone/over', text.title]);
      expect((await phone.visit('/phone/front')).url.pathname).toBe('/phone/over');
    },
  );
});

describe('a phone that takes the photos', () => {
  const post = async (phone: ReturnType<typeof newPhone>, path: string, body: unknown) => {
    const csrf = csrfOf((await phone.visit('/phone/front')).body);
    const names = ['signet_phone', 'signet_form'];
    const cookie = names.map((name) => `${name}=${phone.browser.cookie(name) ?? ''}`).join('; ');
    const headers = { cookie, origin: site.url, 'content-type': 'application/json', 'x-csrf-token': csrf };
    return (await fetch(site.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };

  it('takes a live picture of the face by the addresses that its page names', async () => {
    const phone = newPhone();
    site.proofing.standAt('selfie');
    stand('joined');
    const { body } = await phone.browser.visit(link());
    expect(body).toContain(`<title>${headingOf(body)}`);
    expect(body).toContain('begin-url="/phone/selfie/live" frame-url="/phone/selfie/frame"');
    const { nonce, ask } = await post(phone, '/phone/selfie/live', { without: [] });
    expect(ask).toBe('straight');
    site.proofing.frame = { ask: 'nothing-more' };
    const frame = Buffer.from('a frame').toString('base64');
    expect(await post(phone, '/phone/selfie/frame', { nonce, frame })).toMatchObject({
      redirect: '/phone/done',
    });
    expect((await phone.visit('/phone/done')).url.pathname).toBe('/phone/done');
  });

  it('without a link a script is told where to go, and nothing is looked at', async () => {
    const phone = newPhone();
    await phone.visit('/phone/over');
    expect(await post(phone, '/phone/selfie/live', { without: [] })).toEqual({ redirect: '/phone/over' });
    expect(site.proofing.calls).toEqual([]);
  });

  it('sends only the photo that is asked for', async () => {
    const phone = newPhone();
    stand('joined');
    await phone.browser.visit(link());
    expect(await sendPhoto(phone, 'selfie')).toBe('/phone/front');
    expect(site.proofing.calls).toEqual([]);
  });
});

describe('attack: a relayed QR code', () => {
  it('nothing is taken before the person has said that they started this, and one press ends the link', async () => {
    const phone = newPhone();
    stand('waiting');
    await phone.browser.visit(link());
    expect((await phone.visit('/phone/front')).url.pathname).toBe('/phone/begin');
    const refused = await phone.press('/phone/begin', '/phone/refuse');
    expect([refused.url.pathname, headingOf(refused.body)]).toEqual([
      '/phone/over',
      say.overAtPhone.refused.title,
    ]);
    expect(site.proofing.phoneCapture.link?.standing.is).toBe('refused');
    expect(site.proofing.calls).toEqual([]);
  });

  it('the link can be ended at every photo, too', async () => {
    const phone = newPhone();
    stand('joined');
    await phone.browser.visit(link());
    await phone.press('/phone/front', '/phone/refuse');
    expect(site.proofing.phoneCapture.link?.standing.is).toBe('refused');
  });
});

describe('attack: what a link gives away', () => {
  it('a program that looks at links before their person does takes nothing and claims nothing', async () => {
    stand('waiting');
    await newPhone().browser.visit(link());
    expect(site.proofing.phoneCapture.link?.standing.is).toBe('waiting');
  });

  it('the token leaves the address at once, and pages say to no other site where somebody came from', async () => {
    stand('waiting');
    const answer = await fetch(link(), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/phone/begin']);
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('set-cookie')).toMatch(/signet_phone=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
    const begin = await newPhone().browser.visit(link());
    expect(begin.body).not.toContain(site.proofing.phoneCapture.token.reveal());
    expect(begin.headers.get('x-frame-options')).toBe('DENY');
  });

  it('a phone on which somebody is signed in: its pages show nothing of that account, and the case is the desk’s', async () => {
    const phone = newPhone();
    phone.browser.setCookie(sessionCookie.name, sessionCookie.value);
    stand('joined');
    const { body } = await phone.browser.visit(link());
    expect(body).toContain(photo.submit);
    for (const leak of ['/account', '/sign-out', '/verify', 'signet-session-timeout'])
      expect([leak, body.includes(leak)]).toEqual([leak, false]);
  });

  it('a phone that was itself on the way to an agency is still on it', async () => {
    const phone = newPhone();
    phone.browser.setCookie('signet_request', waitingRequest.uid);
    stand('waiting');
    const { body } = await phone.browser.visit(link());
    const request = /name="request" value="([^"]*)"/.exec(body)?.[1] ?? 'none';
    await phone.press('/phone/begin', '/phone/begin', { request });
    expect(phone.browser.cookie('signet_request')).toBe(waitingRequest.uid);
  });

  it('a phone sees no photo that it did not send itself', async () => {
    const phone = newPhone();
    stand('joined');
    await phone.browser.visit(link());
    expect((await phone.visit('/phone/photo/front')).status).toBe(404); // none was sent
    site.proofing.refuse.photo = { code: 'poor-quality', problems: ['blurry'], mayUseAnyway: true };
    await sendPhoto(phone, 'front');
    expect((await phone.visit('/phone/photo/back')).status).toBe(404);
    if (site.proofing.phoneCapture.link)
      Object.assign(site.proofing.phoneCapture.link, { joinedAt: new Date(Date.now() + 1000) });
    expect((await phone.visit('/phone/photo/front')).status).toBe(404); // sent before it had the link
  });
});
