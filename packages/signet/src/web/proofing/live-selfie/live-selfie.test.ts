import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../../test/support/browser/page-faults.ts';
import {
  openProofingSite,
  type ProofingSite,
  sessionCookie,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { words } from '../../locales/index.ts';

let site: ProofingSite;
let browser: Browser;

beforeAll(async () => {
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  [site, browser] = await Promise.all([openProofingSite(), launchBrowser(camera)]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(() => {
  site.proofing.standAt('selfie');
  site.proofing.frame = { ask: 'turn-left' };
  site.visitor.aal = 2;
  site.faults.length = 0;
});

const { liveSelfie: say } = words('en').proofing;

describe('the addresses of a live picture', () => {
  const nonce = '7e0f2c5c-9a35-4b71-8a92-0f7f0a3f7a11';
  const frame = Buffer.from('a frame').toString('base64');

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const person = visitorOf(site);
    const csrf = await person.token();
    const answer = await fetch(site.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        cookie: `${sessionCookie.name}=${sessionCookie.value}; signet_form=${person.cookie('signet_form')}`,
        origin: site.url,
        'content-type': 'application/json',
        'x-csrf-token': csrf,
        ...headers,
      },
      redirect: 'manual',
    });
    return { status: answer.status, cache: answer.headers.get('cache-control'), body: await answer.text() };
  }

  it('begin one and look at a frame, and are kept in no cache', async () => {
    const begun = await post('/verify/selfie/live', { without: ['chin-down'] });
    expect(begun).toMatchObject({ status: 200, cache: 'no-store' });
    expect(JSON.parse(begun.body)).toEqual({
      nonce: site.proofing.live.nonce,
      ask: 'straight',
      seen: 0,
      of: 4,
    });
    const looked = await post('/verify/selfie/frame', { nonce: site.proofing.live.nonce, frame });
    expect(JSON.parse(looked.body)).toMatchObject({ ask: 'turn-left' });
    expect(site.proofing.calls).toEqual(['begin live selfie chin-down', 'frame 7']);
  });

  it.each([
    ['no JSON of ours', {}],
    ['a name that is none', { nonce: 'n', frame }],
    ['no base64', { nonce, frame: '%%%' }],
  ])('%s: refused, and nothing is looked at', async (_what, body) => {
    expect((await post('/verify/selfie/frame', body)).status).toBe(422);
    expect(site.proofing.calls).toEqual([]);
  });

  it('a movement that we do not know is not left out', async () => {
    expect((await post('/verify/selfie/live', { without: ['blink'] })).status).toBe(422);
  });

  it.each([
    ['not-now', 409, 'not-now'],
    ['too-many-frames', 429, 'too-many'],
    ['too-many-waiting', 503, 'busy'],
    ['busy', 503, 'busy'],
    ['broken', 422, 'unreadable'],
  ] as const)('%s is answered with %i', async (error, status, refused) => {
    site.proofing.refuse.frame = error;
    const answer = await post('/verify/selfie/frame', { nonce: site.proofing.live.nonce, frame });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([status, { refused }]);
  });

  it('attack, memory: a body that is larger than any frame is refused before it is read', async () => {
    const answer = await post('/verify/selfie/frame', { nonce, frame: 'A'.repeat(400 * 1024) });
    expect(answer.status).toBe(413);
    expect(site.proofing.calls).toEqual([]);
  });

  it('attack: another site cannot begin or send one', async () => {
    for (const path of ['/verify/selfie/live', '/verify/selfie/frame'])
      expect((await post(path, {}, { 'x-csrf-token': 'of another browser' })).status).toBe(403);
    expect(site.proofing.calls).toEqual([]);
  });
});

describe.each([
  ['en', 1280, 800],
  ['es', 320, 640],
  ['en', 390, 844],
] as const)('the camera in %s on a screen of %i by %i', (lang, width, height) => {
  const text = words(lang).proofing.liveSelfie;

  async function open(): Promise<Tab> {
    const context = await browser.newContext({ viewport: { width, height }, permissions: ['camera'] });
    await context.addCookies([{ ...sessionCookie, url: site.url }]);
    const tab = await context.newPage();
    await tab.goto(`${site.url}/verify/selfie?lang=${lang}`);
    return tab;
  }
  const start = (tab: Tab) => tab.getByRole('button', { name: text.start }).click();

  it('says what is asked for and what is in the way, and goes on once all is seen', async () => {
    const tab = await open();
    site.proofing.frame = { ask: 'turn-left', problem: 'more' };
    await start(tab);
    await tab.getByText(text.ask['turn-left']).waitFor();
    await tab.getByText(text.problems.more).waitFor();
    site.proofing.frame = { ask: 'nothing-more' };
    await tab.waitForURL(`${site.url}/verify/phone`);
    expect(site.faults).toEqual([]);
    await tab.context().close();
  });

  it('finding P3: what is asked, the picture and what is in the way are on the screen together', async () => {
    const tab = await open();
    site.proofing.frame = { ask: 'turn-left', problem: 'more' };
    await start(tab);
    await tab.getByText(text.problems.more).waitFor();
    for (const part of [
      '.signet-live-selfie__ask',
      'signet-live-selfie video',
      'signet-live-selfie .signet-status',
    ]) {
      const box = await tab.locator(part).boundingBox();
      expect(box, part).not.toBeNull();
      expect(box?.y, part).toBeGreaterThanOrEqual(-1);
      expect((box?.y ?? 0) + (box?.height ?? 0), part).toBeLessThanOrEqual(height);
    }
    expect(await sidewaysFaults(tab)).toEqual([]);
    expect(await axeFaults(tab)).toEqual([]);
    await tab.context().close();
  });
});

describe('the camera', () => {
  async function open(permissions: string[] = ['camera']): Promise<Tab> {
    const context = await browser.newContext({ permissions });
    await context.addCookies([{ ...sessionCookie, url: site.url }]);
    const tab = await context.newPage();
    await tab.goto(`${site.url}/verify/selfie`);
    return tab;
  }
  const start = (tab: Tab) => tab.getByRole('button', { name: say.start }).click();

  it('a movement that somebody cannot do is left out, and another try begins', async () => {
    const tab = await open();
    await start(tab);
    await tab.getByRole('button', { name: say.cannot }).click();
    await expect.poll(() => site.proofing.calls).toContain('begin live selfie turn-left');
    await tab.context().close();
  });

  it('says so when too few movements are left, and begins with all of them again', async () => {
    const tab = await open();
    await start(tab);
    for (const ask of ['turn-left', 'turn-right'] as const) {
      site.proofing.frame = { ask };
      await tab.getByText(say.ask[ask]).waitFor();
      await tab.getByRole('button', { name: say.cannot }).click();
    }
    await tab.getByText(say.failures.nothingLeft).waitFor();
    await tab.getByRole('button', { name: say.again }).click();
    const withAll = () => site.proofing.calls.filter((call) => call === 'begin live selfie').length;
    await expect.poll(withAll).toBe(2);
    await tab.context().close();
  });

  it('another face in one frame is said, and ends the try where it stays', async () => {
    const tab = await open();
    site.proofing.frame = { ask: 'turn-left', problem: 'another-face' };
    await start(tab);
    await tab.getByText(say.failures.anotherFace).waitFor();
    expect(site.proofing.calls.filter((call) => call.startsWith('frame'))).toHaveLength(3);
    await tab.context().close();
  });

  it('stops at once, and nothing is sent any more', async () => {
    const tab = await open();
    await start(tab);
    await tab.getByText(say.ask['turn-left']).waitFor();
    await tab.getByRole('button', { name: say.stop }).click();
    expect(
      await tab.locator('signet-live-selfie video').evaluate((it) => (it as HTMLVideoElement).srcObject),
    ).toBeNull();
    let sent = 0;
    tab.on('request', () => sent++);
    await tab.waitForTimeout(1500);
    expect(sent).toBe(0);
    await tab.context().close();
  });

  it('finding P4: says how to allow it where it is refused', async () => {
    const tab = await open();
    await tab.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await start(tab);
    await tab.getByText(say.failures.camera).waitFor();
    await tab.context().close();
  });

  it('of which the server has seen enough for today says so', async () => {
    const tab = await open();
    site.proofing.refuse.frame = 'too-many-frames';
    await start(tab);
    await tab.getByText(say.failures.tooMany).waitFor();
    await tab.context().close();
  });

  it('waits while the server looks at the frames of others, and goes on by itself', async () => {
    const tab = await open();
    site.proofing.refuse.frame = 'busy';
    await start(tab);
    await tab.getByText(say.problems.busy).waitFor();
    await expect.poll(() => site.proofing.calls.length, { timeout: 20_000 }).toBeGreaterThan(3);
    site.proofing.refuse = {};
    await tab.getByText(say.ask['turn-left']).waitFor();
    await tab.context().close();
  });

  it('a line that drops is tried again, and then it is said', async () => {
    const tab = await open();
    await tab.route('**/verify/selfie/frame', (route) => route.abort());
    await start(tab);
    await tab.getByText(say.failures.network).waitFor();
    await tab.context().close();
  });

  it('is the only one on the page: a file is the other way, and it is said first that a person will look, and by when', async () => {
    for (const lang of ['en', 'es'] as const) {
      const tab = await open();
      await tab.goto(`${site.url}/verify/selfie?lang=${lang}`);
      const { proofing, common } = words(lang);
      expect(await tab.getByRole('button', { name: proofing.liveSelfie.start }).count()).toBe(1);
      expect(await tab.getByRole('button', { name: common.upload.useCamera }).count()).toBe(0);
      const said = (await tab.content()).indexOf(proofing.photo.fromFile.lead(14));
      expect(said).toBeGreaterThan(0);
      expect((await tab.content()).indexOf('type="file"')).toBeGreaterThan(said);
      await tab.context().close();
    }
  });

  it('without script there is nothing of it, and a photo serves', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies([{ ...sessionCookie, url: site.url }]);
    const tab = await context.newPage();
    await tab.goto(`${site.url}/verify/selfie`);
    expect(await tab.locator('signet-live-selfie').isVisible()).toBe(false);
    expect(await tab.locator('input[type="file"]').isVisible()).toBe(true);
    await context.close();
  });
});
