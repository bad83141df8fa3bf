import type { Page as Tab } from 'playwright-core';
import type { FakePhoneCapture } from './fake-phone-capture.ts';
import type { Scene } from './scene.ts';

type Standing = Parameters<FakePhoneCapture['stand']>[0];

const desk = (standing: Standing, act?: Scene['act']): Scene => ({
  arrange({ proofing }) {
    proofing.standAt('front');
    proofing.phoneCapture.stand(standing);
  },
  path: '/verify/use-phone',
  ...(act && { act }),
});

/** By the link, as from a QR code. */
const phone = (standing: Standing | 'another-phone', more: Partial<Scene> = {}): Scene => ({
  arrange({ proofing }) {
    proofing.standAt('front');
    proofing.phoneCapture.stand(standing === 'another-phone' ? 'joined' : standing);
    if (standing === 'another-phone') proofing.phoneCapture.atThePhone = { is: 'another-phone' };
  },
  path: ({ proofing }) => `/phone/link/${proofing.phoneCapture.token.reveal()}`,
  ...more,
});

const pressIn = (action: string) => (tab: Tab) =>
  Promise.all([tab.waitForEvent('load'), tab.locator(`form[action="${action}"] button`).first().click()]);

const typeCode = async (tab: Tab) => {
  await tab.fill('#code', '0000-0000');
  await pressIn('/phone')(tab);
};

/** Both screens of a capture by phone, in every state. */
export const phoneCaptureScenes: Readonly<Record<string, Scene>> = {
  'use-phone': {
    arrange: ({ proofing }) => proofing.standAt('front'),
    path: '/verify/front',
    act: async (tab) => {
      await pressIn('/verify/use-phone')(tab);
      await tab.locator('details summary').click();
    },
  },
  'use-phone-too-many': {
    arrange({ proofing }) {
      proofing.standAt('front');
      proofing.phoneCapture.link = undefined;
      proofing.phoneCapture.reached = 'too-many-links';
    },
    path: '/verify/front',
    act: pressIn('/verify/use-phone'),
  },
  'use-phone-elsewhere': desk('waiting'),
  'use-phone-opened': desk('opened'),
  'use-phone-joined': desk('joined'),
  'use-phone-expired': desk('expired'),
  'use-phone-refused': desk('refused'),
  'phone-type-code': {
    arrange: ({ proofing }) => proofing.phoneCapture.stand('waiting'),
    path: '/phone/over',
    act: (tab) => Promise.all([tab.waitForEvent('load'), tab.locator('a[href="/phone"]').click()]),
  },
  'phone-type-code-wrong': {
    arrange: ({ proofing }) => proofing.phoneCapture.stand('waiting'),
    path: '/phone/over',
    act: async (tab) => {
      await Promise.all([tab.waitForEvent('load'), tab.locator('a[href="/phone"]').click()]);
      await typeCode(tab);
    },
  },
  'phone-begin': phone('waiting'),
  'phone-front': phone('joined'),
  'phone-front-poor': phone('joined', {
    arrange({ proofing }) {
      proofing.standAt('front');
      proofing.phoneCapture.stand('joined');
      proofing.refuse.photo = { code: 'poor-quality', problems: ['blurry', 'expired'], mayUseAnyway: true };
    },
    act: async (tab) => {
      const buffer = Buffer.from('any bytes');
      await tab.setInputFiles('#photo', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
      await tab.locator('form[action="/phone/front"] button[type="submit"]').first().click();
      await tab.locator('form[action="/phone/front/anyway"]').waitFor();
    },
  }),
  'phone-selfie': phone('joined', {
    arrange({ proofing }) {
      proofing.standAt('selfie');
      proofing.phoneCapture.stand('joined');
    },
  }),
  'phone-done': phone('done'),
  'phone-refused': phone('refused'),
  'phone-taken-back': phone('taken-back'),
  'phone-another': phone('another-phone'),
};
