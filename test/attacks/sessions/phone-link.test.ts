import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../packages/signet/src/web/locales/index.ts';
import { findPerson } from '../../../sandbox/people/people.ts';
import { photosOf } from '../../journey/acts.ts';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { sendPhoto } from '../../support/photos/send-photo.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  goToFirstPhoto,
  headingIn,
  makeAccount,
  signIn,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let owner: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  world = await startSignet({ environment: { SIGNET_SANDBOX_URL: 'http://localhost:1' } }); // shows the link, too
  [owner, stranger] = [await makeAccount(world), await makeAccount(world)];
  await goToFirstPhoto(world, owner.browser);
  await goToFirstPhoto(world, stranger.browser);
});
afterAll(() => world.close());

const { overAtPhone, phone: say } = words('en').proofing.phoneCapture;
const titleOf = { begin: say.begin.title, ...overAtPhone };

/** A link that the owner's desk shows. */
async function makeLink(desk = owner.browser) {
  const photo = await desk.visit(`${world.origin}/verify/front`);
  const page = await submit(desk, photo, '/verify/use-phone', { anew: 'yes' });
  const url = /href="([^"]+\/phone\/link\/[\w-]+)"/.exec(page.body)?.[1] ?? '';
  const code = /class="signet-key">([^<]+)</.exec(page.body)?.[1] ?? '';
  return { url, code };
}

/** A phone that has the link and takes the photos. */
async function joinedPhone(url: string, phone = new CookieBrowser()) {
  const begin = await phone.visit(url);
  expect(headingIn(begin)).toBe(titleOf.begin);
  const joined = await submit(phone, begin, '/phone/begin');
  expect(joined.url.pathname).toBe('/phone/front');
  return phone;
}

const at = async (phone: CookieBrowser) => headingIn(await phone.visit(`${world.origin}/phone/front`));

describe('attack: a link that outlives its desk', () => {
  it('ends where the desk’s session is ended on another device', async () => {
    const desk = (await signIn(world, owner)).browser;
    const phone = await joinedPhone((await makeLink(desk)).url);
    const devices = await owner.browser.visit(`${world.origin}/account/devices`);
    await submit(owner.browser, devices, '/account/devices/sign-out');
    expect(await at(phone)).toBe(overAtPhone['signed-out'].title);
  });

  it('ends when the desk signs out', async () => {
    const leaving = await makeAccount(world);
    await goToFirstPhoto(world, leaving.browser);
    const phone = await joinedPhone((await makeLink(leaving.browser)).url);
    await submit(leaving.browser, await leaving.browser.visit(`${world.origin}/verify/front`), '/sign-out');
    expect(await at(phone)).toBe(overAtPhone['signed-out'].title);
  });

  it('is not the phone’s session: it opens no account, and no other page of the case', async () => {
    const phone = await joinedPhone((await makeLink()).url);
    expect(phone.cookie('signet')).toBeUndefined();
    for (const path of ['/account', '/verify', '/verify/front', '/verify/photo/front', '/verify/use-phone'])
      expect((await phone.visit(world.origin + path)).url.pathname).toBe('/sign-in');
  });
});

describe('attack: what a link leaves behind', () => {
  it('neither its token, nor its code, nor what the phone holds stands in the log or in an address', async () => {
    const { url, code } = await makeLink();
    const phone = await joinedPhone(url);
    await phone.visit(`${world.origin}/phone?code=${code}`);
    const token = url.split('/').at(-1) ?? '';
    const held = phone.cookie('signet_phone')?.split('.')[0] ?? '';
    expect([token.length, code.length, held.length]).toEqual([43, 9, 43]);
    const log = world.log.join('');
    expect(log).toContain('/phone/link/:id');
    for (const secret of [token, code, code.replace('-', ''), held]) expect(log).not.toContain(secret);
    expect(phone.trail.slice(1).join(' ')).not.toContain(token); // the clean address is where it goes at once
  });
});

it('the account’s history says that a link was made, and that a phone has it', async () => {
  await joinedPhone((await makeLink()).url);
  const { body } = await owner.browser.visit(`${world.origin}/account/history`);
  const { identity } = words('en').account.history.acts;
  expect(body).toContain(identity['proofing.phone-link-made']);
  expect(body).toContain(identity['proofing.phone-joined']);
});

describe('attack: another account’s phone', () => {
  it('a phone on which a stranger is signed in serves the desk’s case, and the stranger’s stays as it was', async () => {
    const phone = await joinedPhone((await makeLink()).url, stranger.browser);
    const page = await phone.visit(`${world.origin}/phone/front`);
    expect(page.body).not.toContain('/sign-out');
    const { front } = await photosOf({ person: findPerson('ana-rivera') ?? expect.unreachable() });
    const next = await sendPhoto(phone, world.origin, 'front', front, {}, '/phone');
    expect(next.url.pathname).toBe('/phone/back');
    expect((await owner.browser.visit(`${world.origin}/verify`)).url.pathname).toBe('/verify/back');
    expect((await stranger.browser.visit(`${world.origin}/verify`)).url.pathname).toBe('/verify/front');
    expect((await stranger.browser.visit(`${world.origin}/verify/use-phone`)).url.pathname).toBe(
      '/verify/front',
    );
  });
});
