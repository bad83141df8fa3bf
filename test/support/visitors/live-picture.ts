import { setTimeout as pause } from 'node:timers/promises';
import { shown, shownInFrame } from '../../../sandbox/faces/face-jpeg.ts';
import type { FaceImage } from '../../../sandbox/people/person.ts';
import type { CookieBrowser, Visit } from '../browser/cookie-browser.ts';
import { csrfIn } from './signet-visitor.ts';

interface Answer {
  readonly nonce: string;
  readonly ask: string;
  readonly problem?: string;
  readonly redirect?: string;
}

/**
 * Takes a live picture from the page that asks for it, as its script does, with frames of the face of this image. Gives the
 * page that comes after.
 */
export async function takeLivePicture(browser: CookieBrowser, page: Visit, of: FaceImage): Promise<Visit> {
  const csrf = csrfIn(page);
  const ask = async (path: string, body: object): Promise<Answer> => {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(500)) {
      const answer = await browser.postJson(new URL(path, page.url), body, csrf);
      if (answer.status === 200) return JSON.parse(answer.body) as Answer;
      if (answer.status !== 503) throw new Error(`${path}: ${answer.status} ${answer.body}`); // 503: others are first
    }
    throw new Error(`${path}: nobody looked within a minute`);
  };
  let asked = await ask('/verify/selfie/live', { without: [] });
  while (!asked.redirect) {
    const now = shown.find((one) => one === asked.ask);
    if (!now || asked.problem) throw new Error(`no frame does for ${asked.ask}: ${asked.problem}`);
    const frame = (await shownInFrame(of, now)).toString('base64');
    asked = await ask('/verify/selfie/frame', { nonce: asked.nonce, frame });
  }
  return browser.visit(new URL(asked.redirect, page.url));
}
