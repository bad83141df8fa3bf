import type { Page as Tab } from 'playwright-core';
import type {
  CaseView,
  Decision,
  PhotoRole,
  ReasonCode,
  StepName,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import { situations } from '../../../packages/signet/src/modules/proofing/index.ts';
import { type ProofingSite, waitingRequest } from '../sites/proofing-site.tsx';
import { letterScenes } from './letter-scenes.ts';
import { phoneCaptureScenes } from './phone-capture-scenes.ts';
import type { Scene } from './scene.ts';

const main = 'main form.signet-form button[type="submit"]';
const send = (tab: Tab) => tab.locator(main).first().click();

const at = (step: StepName, more: Partial<Scene> = {}): Scene => ({
  arrange: ({ proofing }) => proofing.standAt(step),
  path: '/verify',
  ...more,
});

const decided = (decision: Decision, step: StepName = 'check-answers'): Scene => ({
  arrange: ({ proofing }) => proofing.standAt(step, decision),
  path: '/verify',
});

const pendingFor = (
  office: NonNullable<CaseView['waiting']>['office'],
  why: NonNullable<CaseView['waiting']>['why'],
): Scene => ({
  arrange({ proofing }) {
    proofing.standAt('checking', { outcome: 'pending-records' });
    proofing.waiting = { office, why, tryAt: new Date(Date.now() + 300_000) };
  },
  path: '/verify',
});

const again = (step: Extract<Decision, { outcome: 'try-again' }>['step'], ...reasons: ReasonCode[]) =>
  decided({ outcome: 'try-again', step, reasons }, step);

const file = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from('any bytes') });

/** As a browser without script does: with one, the button is not there before a photo is. */
const sendNothing = (tab: Tab) =>
  Promise.all([
    tab.waitForEvent('load'),
    tab.locator('form[enctype]').evaluate((form) => (form as HTMLFormElement).submit()),
  ]);

const sendPhoto = async (tab: Tab) => {
  await tab.setInputFiles('#photo', file('photo.jpg'));
  await send(tab);
};

const poor = (role: PhotoRole): Scene => ({
  arrange({ proofing }) {
    proofing.standAt(role);
    proofing.refuse.photo = { code: 'poor-quality', problems: ['blurry', 'glare'], mayUseAnyway: true };
  },
  path: `/verify/${role}`,
  act: sendPhoto,
});

const inReview: Decision = {
  outcome: 'needs-person',
  reference: 'SGN-7K3M-2QXD',
  reasons: ['document-needs-a-look', 'selfie-needs-a-look'],
};

const forAgency = (scene: Scene): Scene => ({
  ...scene,
  arrange(site) {
    scene.arrange(site);
    site.visitor.request = waitingRequest;
  },
});

const fresh: Scene['arrange'] = ({ proofing }) => {
  proofing.standAt('choose');
  proofing.started = false;
};

const toRecover = (scene: Scene): Scene => ({
  ...scene,
  arrange(site) {
    scene.arrange(site);
    site.visitor.recovers = true;
    site.visitor.provesAgain = true;
    site.proofing.recovers = true;
  },
});

/** Every page, in its normal and in its error states. */
export const scenes: Readonly<Record<string, Scene>> = {
  start: { arrange: fresh, path: '/verify' },
  'start-wrong': { arrange: fresh, path: '/verify', act: send },
  'start-agency': forAgency({ arrange: fresh, path: '/verify' }),
  choose: at('choose'),
  'choose-wrong': at('choose', { act: send }),
  consent: at('consent'),
  'consent-wrong': at('consent', { act: send }),
  front: at('front'),
  'front-missing': at('front', { act: sendNothing }),
  'front-heic': at('front', {
    arrange({ proofing }) {
      proofing.standAt('front');
      proofing.refuse.photo = { code: 'refused', why: 'heic' };
    },
    act: sendPhoto,
  }),
  'front-poor': poor('front'),
  'data-page': at('data-page'),
  'data-page-missing': at('data-page', { act: sendNothing }),
  'data-page-poor': poor('data-page'),
  'data-page-again': { ...again('data-page', 'page-unreadable'), path: '/verify/data-page' },
  'front-poor-later': { ...poor('front'), act: (tab) => sendPhoto(tab).then(() => tab.goto(tab.url())) },
  'front-again': { ...again('front', 'front-unreadable'), path: '/verify/front' },
  'front-change': at('check-answers', { path: '/verify/front' }),
  'front-too-many': at('front', {
    arrange({ proofing }) {
      proofing.standAt('front');
      proofing.refuse.photo = { code: 'too-many-photos' };
    },
    act: sendPhoto,
  }),
  back: at('back'),
  selfie: at('selfie'),
  'selfie-poor': poor('selfie'),
  ssn: at('ssn'),
  'ssn-wrong': at('ssn', {
    arrange({ proofing }) {
      proofing.standAt('ssn');
      proofing.refuse.ssn = 'not-nine-digits';
    },
    act: async (tab) => {
      await tab.fill('#ssn', '900-12-34');
      await send(tab);
    },
  }),
  'ssn-change': at('check-answers', { path: '/verify/ssn' }),
  phone: at('phone'),
  'phone-wrong': at('phone', {
    arrange({ proofing }) {
      proofing.standAt('phone');
      proofing.refuse.phone = { code: 'refused', why: 'gets-no-texts' };
    },
    act: async (tab) => {
      await tab.fill('#phone', '800-555-0100');
      await send(tab);
    },
  }),
  'phone-too-many': at('phone', {
    arrange({ proofing }) {
      proofing.standAt('phone');
      proofing.refuse.phone = { code: 'too-many-texts', again: new Date(Date.now() + 5 * 3_600_000) };
    },
    act: send,
  }),
  'phone-change': at('check-answers', { path: '/verify/phone' }),
  'phone-code': at('phone-code'),
  'phone-code-sent': at('phone-code', { path: '/verify/phone-code?sent=again' }),
  'phone-code-wrong': at('phone-code', {
    arrange({ proofing }) {
      proofing.standAt('phone-code');
      proofing.refuse.code = { code: 'wrong' };
    },
    act: async (tab) => {
      await tab.fill('#code', '271828');
      await send(tab);
    },
  }),
  'phone-code-too-many': at('phone-code', {
    arrange({ proofing }) {
      proofing.standAt('phone-code');
      proofing.refuse.code = { code: 'too-many-tries', again: new Date(Date.now() + 20 * 3_600_000) };
    },
    act: send,
  }),
  'check-answers': at('check-answers'),
  'check-answers-no-phone': at('check-answers', {
    arrange({ proofing }) {
      proofing.standAt('check-answers');
      proofing.answers = { ...proofing.answers, phone: { kind: 'none' } };
    },
  }),
  'check-answers-too-many': at('check-answers', {
    arrange({ proofing }) {
      proofing.standAt('check-answers');
      proofing.refuse.submit = { code: 'too-many-tries', again: new Date(Date.now() + 5 * 3_600_000) };
    },
    act: send,
  }),
  checking: at('checking', {
    arrange({ proofing }) {
      proofing.standAt('checking');
      proofing.running = 'face';
    },
  }),
  verified: decided({ outcome: 'verified' }),
  'verified-agency': forAgency(decided({ outcome: 'verified' })),
  'again-data-page': again('data-page', 'page-is-a-license'),
  'again-front': again('front', 'front-is-no-document'),
  'again-selfie': again('selfie', 'selfie-not-matched'),
  'again-ssn': again('ssn', 'record-not-confirmed'),
  'again-choose': again('choose', 'document-not-accepted'),
  'again-phone': again('phone', 'phone-not-confirmed'),
  'needs-person': forAgency(decided(inReview)),
  ...letterScenes,
  pending: decided({ outcome: 'pending-records' }, 'checking'),
  'pending-silent': pendingFor('motor-vehicles', 'silent'),
  'pending-refused': pendingFor('social-security', 'refused'),
  refused: forAgency(decided({ outcome: 'refused', reasons: ['review-refused'] })),
  stop: at('selfie', { path: '/verify/stop' }),
  'stop-in-review': { ...decided(inReview), path: '/verify/stop' },
  stopped: { arrange: fresh, path: '/verify/stopped' },
  'recover-start': toRecover({ arrange: fresh, path: '/recover/proofing' }),
  'recover-start-too-many': toRecover({
    arrange({ proofing }) {
      proofing.started = false;
      proofing.refuse.recovery = {
        code: 'too-many-recoveries',
        again: new Date(Date.now() + 5 * 3_600_000),
      };
    },
    path: '/recover/proofing',
    act: send,
  }),
  'recover-choose': toRecover(at('choose')),
  'recover-ssn-wrong': toRecover(
    at('ssn', {
      arrange({ proofing }) {
        proofing.standAt('ssn');
        proofing.refuse.ssn = 'not-nine-digits';
      },
      act: async (tab) => {
        await tab.fill('#ssn', '900-12-34');
        await send(tab);
      },
    }),
  ),
  'recover-other-ways': toRecover(at('choose', { path: '/verify/other-ways/mobile-license' })),
  'recover-proven': toRecover(decided({ outcome: 'verified' })),
  'recover-refused': toRecover(decided({ outcome: 'refused', reasons: ['not-this-account'] })),
  'recover-person': toRecover(decided(inReview)),
  'recover-again': toRecover(again('selfie', 'selfie-not-matched')),
  'recover-stop': toRecover(at('selfie', { path: '/verify/stop' })),
  'recover-stopped': toRecover({ arrange: fresh, path: '/verify/stopped' }),
  'other-ways': forAgency(at('choose', { path: '/verify/other-ways' })),
  ...Object.fromEntries(
    situations.map((one) => [
      `other-ways-${one}`,
      forAgency(at('choose', { path: `/verify/other-ways/${one}` })),
    ]),
  ),
  'other-ways-letter': at('front', { path: '/verify/other-ways/no-face-check' }),
  'other-ways-face': at('choose', {
    arrange({ proofing }) {
      proofing.standAt('choose');
      proofing.mailsLetters = false;
    },
    path: '/verify/other-ways/no-face-check',
  }),
  'redress-waiting': { ...decided(inReview), path: '/verify/redress' },
  redress: { ...decided({ outcome: 'refused', reasons: ['review-refused'] }), path: '/verify/redress' },
  ...phoneCaptureScenes,
};

/** Brings browser and case to the scene, in `lang`. */
export async function show(site: ProofingSite, tab: Tab, name: string, lang: 'en' | 'es'): Promise<void> {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  site.visitor.aal = 2;
  site.visitor.request = undefined;
  site.visitor.recovers = false;
  site.proofing.recovers = false;
  site.proofing.phoneCapture.link = undefined;
  site.proofing.proven = { ial: 2, verifiedAt: new Date(), facts: {} as never };
  scene.arrange(site);
  await tab.context().addCookies([{ name: 'signet_lang', value: lang, url: site.url }]);
  const path = typeof scene.path === 'string' ? scene.path : scene.path(site);
  await tab.goto(site.url + path, { waitUntil: 'load' });
  await scene.act?.(tab);
  await tab.waitForLoadState('load');
}
