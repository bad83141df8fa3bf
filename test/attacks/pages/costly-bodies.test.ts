import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestTurn } from '../../support/run/longest-turn.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, goToFirstPhoto, makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let person: Visitor;
let csrf: string;
/** The longest turn of ordinary visits in this run, milliseconds. */
let ordinary: number;
beforeAll(async () => {
  world = await startSignet();
  person = await makeAccount(world);
  await goToFirstPhoto(world, person.browser);
  csrf = csrfIn(await person.browser.visit(`${world.origin}/account`));
  await post('/verify/front', 'multipart/form-data; boundary=b', '--b--\r\n');
  ordinary = await longestTurn(async () => {
    for (let n = 0; n < 5; n += 1) await person.browser.visit(`${world.origin}/account`);
  });
});
afterAll(() => world.close());

const others = { inMilliseconds: 50 }; // what everybody else may wait

async function post(path: string, type: string, body: Buffer | string, more = {}): Promise<number> {
  const answer = await fetch(world.origin + path, {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': type, origin: world.origin, ...more },
    redirect: 'manual',
  });
  await answer.body?.cancel();
  return answer.status;
}

const signedIn = () => ({ cookie: person.browser.cookieHeader() });
const upTo = (bytes: number, piece: string) => piece.repeat(Math.floor(bytes / piece.length));

const multipart = 'multipart/form-data; boundary=b';
const urlencoded = 'application/x-www-form-urlencoded';
const form = 255_000;
const photo = 15_500_000;

describe('finding S1: attack, bodies that cost more to read than to send', () => {
  it.each([
    ['a stranger: header lines without end', '/sign-in', multipart, () => `--b\r\n${upTo(form, 'a:\r\n')}`],
    ['a stranger: parts without end', '/sign-in', multipart, () => upTo(form, '--b\r\n\r\n\r\n')],
    ['a stranger: fields without end', '/sign-in', urlencoded, () => upTo(form, 'a&')],
    ['a stranger: escapes that are none', '/sign-in', urlencoded, () => `a=${upTo(form, '%')}`],
    ['a stranger where nothing is served', '/nowhere', multipart, () => `--b\r\n${upTo(form, 'a:\r\n')}`],
    [
      'a person: header lines without end',
      '/verify/front',
      multipart,
      () => `--b\r\n${upTo(photo, 'a:\r\n')}`,
    ],
    [
      'a person: header lines that end',
      '/verify/front',
      multipart,
      () => `--b\r\n${upTo(photo, 'a:\r\n')}\r\nx\r\n--b--\r\n`,
    ],
    ['a person: parts without end', '/verify/front', multipart, () => upTo(photo, '--b\r\n\r\n\r\n')],
    ['a person: boundaries that are almost one', '/verify/front', multipart, () => upTo(photo, '\r\n--a')],
    ['a person: a file of such', '/verify/front', multipart, () => `${fileHead}${upTo(photo, '\r\n--a')}`],
  ] as const)('%s', async (who, path, type, bodyOf) => {
    const body = Buffer.from(bodyOf());
    let status = 0;
    const longest = await longestTurn(async () => {
      status = await post(path, type, body, who.startsWith('a person') ? signedIn() : {});
    });
    expect([400, 403]).toContain(status);
    expect(longest).toBeLessThan(others.inMilliseconds + ordinary);
  });

  it.each(['/oauth/token', '/oauth/par', '/oauth/sign-out'])('a program’s form at %s', async (path) => {
    for (const piece of ['a&', 'a=1&', '%', '&&&=']) {
      const body = Buffer.from(upTo(56_000, piece));
      let status = 0;
      const longest = await longestTurn(async () => {
        status = await post(path, urlencoded, body);
      });
      expect(status).toBeLessThan(500);
      expect(longest).toBeLessThan(others.inMilliseconds + ordinary);
    }
  });

  it.each([
    ['nested', () => upTo(form, '[')],
    ['nested behind quotes', () => upTo(form, '["}",{"":')],
    ['full of escapes', () => upTo(form, '\\"')],
  ] as const)('JSON that is %s is none', async (_how, bodyOf) => {
    let status = 0;
    const body = bodyOf();
    const longest = await longestTurn(async () => {
      const more = { ...signedIn(), 'x-csrf-token': csrf };
      status = await post('/passkey/sign-in/verify', 'application/json', body, more);
    });
    expect(status).toBe(400);
    expect(longest).toBeLessThan(others.inMilliseconds + ordinary);
  });
});

const fileHead =
  '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';

describe('what costs nothing is looked at first', () => {
  const large = (from: string, length = '15500000') =>
    fetch(`${world.origin}/verify/front`, {
      method: 'POST',
      headers: { ...signedIn(), origin: from, 'content-type': multipart, 'content-length': length },
      body: Buffer.alloc(Number(length)),
    });

  it('where it comes from stands before its length, and its length before who sends it', async () => {
    expect((await large('https://evil.example', '17000000')).status).toBe(403);
    expect((await large(world.origin, '17000000')).status).toBe(413);
  });

  it('a token in the header that is wrong: nothing of the body is read', async () => {
    const { status } = await fetch(`${world.origin}/sign-in`, {
      method: 'POST',
      headers: { origin: world.origin, 'x-csrf-token': 'no-such', 'content-type': multipart },
      body: 'no form at all', // which would answer 400
    });
    expect(status).toBe(403);
  });
});
