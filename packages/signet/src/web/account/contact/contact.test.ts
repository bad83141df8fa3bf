import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import {
  emailedCode,
  freshEmail,
  headingIn,
  makeAccount,
  submit,
  type Visitor,
} from '../../../../../../test/support/visitors/signet-visitor.ts';
import { codeIn } from '../../../../../../test/support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const see = ({ browser }: Visitor, path: string) => browser.visit(world.origin + path);
const plain = (body: string) => body.replaceAll('@<wbr/>', '@');

async function ask(visitor: Visitor, email: string) {
  const page = await see(visitor, '/account/contact/add');
  return submit(visitor.browser, page, '/account/contact/add', { email });
}

async function add(visitor: Visitor, email: string) {
  const code = await ask(visitor, email).then(() => emailedCode(world, email));
  const page = await see(visitor, '/account/contact/code');
  return submit(visitor.browser, page, '/account/contact/code', { code });
}

/** The page that a link of this address's row leads to. */
async function follow(visitor: Visitor, email: string, what: 'remove' | 'primary') {
  const { body } = await see(visitor, '/account/contact');
  const row = body.split('<li class="signet-rows__row">').find((it) => plain(it).includes(email)) ?? '';
  const href = new RegExp(`href="([^"]+/${what})"`).exec(row)?.[1];
  if (!href) throw new Error(`nothing to ${what} about ${email}`);
  return see(visitor, href);
}

async function change(visitor: Visitor, email: string, what: 'remove' | 'primary') {
  const page = await follow(visitor, email, what);
  return submit(visitor.browser, page, page.url.pathname);
}

describe('email addresses', () => {
  it('B14: one is encouraged to add a second; it is confirmed, made main, and the first one removed', async () => {
    const visitor = await makeAccount(world);
    const second = freshEmail();
    expect((await see(visitor, '/account/contact')).body).toContain('Add a second address');
    const asked = await ask(visitor, second);
    expect(headingIn(asked)).toBe('Check that mailbox');
    const wrong = await submit(visitor.browser, asked, '/account/contact/code', { code: '000000' });
    expect([wrong.status, wrong.body.includes('You can try 9 more times')]).toEqual([422, true]);
    const code = await emailedCode(world, second);
    const added = await submit(visitor.browser, wrong, '/account/contact/code', { code });
    expect(added.body).toContain('Your new address was confirmed');
    expect(added.body).not.toContain('Add a second address');
    const made = await change(visitor, second, 'primary');
    expect(made.body).toContain('Your main address was changed');
    const removed = await change(visitor, visitor.email, 'remove');
    expect(removed.body).toContain('The address was removed');
    expect(plain(removed.body)).not.toContain(visitor.email);
    const history = await see(visitor, '/account/history?show=changes');
    for (const act of ['was added', 'was removed', 'was chosen as the main one'])
      expect(history.body).toContain(`email address ${act}`);
  });

  it('A22: an address of another account gets the same page, and its owner a mail', async () => {
    const [owner, asker] = [await makeAccount(world), await makeAccount(world)];
    const [known, unknown] = [
      await ask(asker, owner.email),
      await ask(await makeAccount(world), freshEmail()),
    ];
    expect([known.status, headingIn(known)]).toEqual([unknown.status, headingIn(unknown)]);
    const mail = (await world.mailTo(owner.email)).at(-1);
    expect(mail?.subject).toContain('Your email address was not added');
    expect(mail && codeIn(mail)).toBe('no code');
  });

  it('says what is wrong with an address beside it, and keeps what was typed', async () => {
    const visitor = await makeAccount(world);
    const page = await ask(visitor, 'not an address');
    expect(page.status).toBe(422);
    expect(page.body).toContain('value="not an address"');
    expect((await ask(visitor, visitor.email.toUpperCase())).body).toContain('already in your account');
  });

  it('attack, another person’s address: nobody removes or chooses it by its id', async () => {
    const [owner, thief] = [await makeAccount(world), await makeAccount(world)];
    await add(owner, freshEmail());
    const page = await see(owner, '/account/contact');
    const href = /href="(\/account\/contact\/[^"]+\/remove)"/.exec(page.body)?.[1] ?? '';
    expect((await see(thief, href)).url.pathname).toBe('/account/contact');
    const form = await see(thief, '/account/contact');
    const csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    await thief.browser.post(new URL(href, world.origin), { csrf });
    expect((await see(owner, '/account/contact')).body).toContain(href);
  });
});

describe('language', () => {
  it('is chosen for pages and messages', async () => {
    const visitor = await makeAccount(world, new CookieBrowser({ 'accept-language': 'en' }));
    const page = await see(visitor, '/account/contact');
    const changed = await submit(visitor.browser, page, '/account/contact/language', { language: 'es' });
    expect(changed.body).toContain('Su idioma quedó guardado');
    expect((await see(visitor, '/account')).body).toContain('<html lang="es">');
    await add(visitor, freshEmail());
    expect((await world.mailTo(visitor.email)).at(-1)?.subject).toContain('Se agregó un correo');
  });
});
