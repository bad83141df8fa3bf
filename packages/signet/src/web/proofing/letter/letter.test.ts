import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProofingSite, type ProofingSite } from '../../../../../../test/support/sites/proofing-site.tsx';
import { visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { days, minutes } from '../../../kernel/index.ts';
import { formatDate, formatMoment, words } from '../../locales/index.ts';

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
  site.proofing.standAt('letter');
});

const person = () => visitorOf(site);
const { letter: say, check, ...proofing } = words('en').proofing;
const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds);
const change = (more: Partial<NonNullable<ProofingSite['proofing']['letter']>>) => {
  if (site.proofing.letter) site.proofing.letter = { ...site.proofing.letter, ...more };
};
const pressable = 'name="send" value="again"';

describe('the page of a letter that is awaited', () => {
  it('before it leaves: where it goes, when, and how to stop it', async () => {
    const leavesAt = fromNow(minutes(30));
    change({ leavesAt });
    const { body } = await person().get('/verify/letter');
    expect(body).toContain(`<h1>${say.titleBefore}</h1>`);
    expect(body).toContain(say.leaves(formatMoment('en', leavesAt)));
    expect(body).toContain('12 Alder Street');
    expect(body).toContain(`href="/verify/stop">${say.stopBefore}`);
  });

  it('after it left: when, by when it should arrive, and until when its code counts', async () => {
    const { body } = await person().get('/verify/letter');
    const day = (iso: string) => formatDate('en', new Date(iso));
    expect(body).toContain(`<h1>${say.title}</h1>`);
    expect(body).toContain(say.sentOn(day('2026-06-03T14:05:00Z')));
    expect(body).toContain(say.until(day('2026-06-10T14:05:00Z'), day('2026-06-24T14:05:00Z')));
    expect(body).not.toContain(say.stopBefore);
  });

  it('another letter can be asked for when one can be had; before, the page says from when; after the last, what else there is', async () => {
    expect((await person().get('/verify/letter')).body).toContain(pressable);
    const againFrom = fromNow(days(3));
    change({ againFrom });
    const { body: early } = await person().get('/verify/letter');
    expect(early).toContain(say.tooSoon(formatDate('en', againFrom)));
    expect(early).not.toContain(pressable);
    const { againFrom: _none, ...last } = site.proofing.letter ?? expect.fail();
    site.proofing.letter = { ...last, notMailed: true };
    const { body: none } = await person().get('/verify/letter');
    expect(none).not.toContain(pressable);
    for (const said of [say.noMore, say.notMailed]) expect(none).toContain(said);
  });

  it.each([
    [3, /3 more times today/],
    [1, /1 more time today.*try again tomorrow/],
    [0, /last try for now.*tomorrow/],
  ] as const)('a wrong code says how many tries are left: %i', async (left, told) => {
    site.proofing.refuse.mailedCode = { code: 'wrong', left };
    const { status, body } = await person().post('/verify/letter', { code: '12345678' });
    expect(status).toBe(422);
    expect(body).toMatch(told);
    expect(body).toContain(say.errors.wrong(left));
  });
});

describe('before anything is sent', () => {
  it.each([
    ['none', check.byLetterNoPhone, check.leadByLetterNoPhone],
    ['number', check.byLetter, check.leadByLetter],
  ] as const)(
    'A3: with no face and phone %s the page says the truth about who comes first',
    async (kind, row, lead) => {
      site.proofing.standAt('check-answers');
      const { phone, ...answers } = site.proofing.answers;
      site.proofing.answers = {
        ...answers,
        withoutFace: true,
        ...(kind === 'none' ? { phone: { kind } } : phone && { phone }),
      };
      const { body } = await person().get('/verify/check-answers');
      for (const said of [row, lead]) expect(body).toContain(said);
      expect(proofing.letterOffer.how.join(' ')).toContain('phone in your own name');
    },
  );
});
