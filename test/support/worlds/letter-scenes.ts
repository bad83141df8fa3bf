import type { Page as Tab } from 'playwright-core';
import type { StepName } from '../../../packages/signet/src/modules/proofing/index.ts';
import type { Scene } from './scene.ts';

const send = (tab: Tab) => tab.locator('main form.signet-form button[type="submit"]').first().click();

const at = (step: StepName, more: Partial<Scene> = {}): Scene => ({
  arrange: ({ proofing }) => proofing.standAt(step),
  path: '/verify',
  ...more,
});

/** The pages about a code that is mailed, in their normal and in their error states. */
export const letterScenes: Readonly<Record<string, Scene>> = {
  letter: at('letter'),
  'letter-sent': at('letter', { path: '/verify/letter?sent=again' }),
  'letter-wrong': at('letter', {
    arrange({ proofing }) {
      proofing.standAt('letter');
      proofing.refuse.mailedCode = { code: 'wrong', left: 1 };
    },
    act: send,
  }),
  'letter-before': at('letter', {
    arrange({ proofing }) {
      proofing.standAt('letter');
      const leavesAt = new Date(Date.now() + 30 * 60_000);
      const againFrom = new Date(Date.now() + 7 * 86_400_000);
      proofing.letter = proofing.letter && { ...proofing.letter, leavesAt, againFrom };
    },
  }),
  'letter-not-mailed': at('letter', {
    arrange({ proofing }) {
      proofing.standAt('letter');
      const { letter } = proofing;
      if (!letter) return;
      const { againFrom: _none, ...rest } = letter;
      proofing.letter = { ...rest, notMailed: true };
    },
  }),
  'check-answers-letter-no-phone': at('check-answers', {
    arrange({ proofing }) {
      proofing.standAt('check-answers');
      proofing.answers = { ...proofing.answers, withoutFace: true, phone: { kind: 'none' } };
    },
  }),
  'letter-no-more': at('letter', {
    arrange({ proofing }) {
      proofing.standAt('letter');
      proofing.refuse.letter = { code: 'no-more' };
    },
    act: (tab) => tab.locator('button[value="again"]').click(),
  }),
};
