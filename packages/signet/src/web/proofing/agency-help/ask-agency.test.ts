import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openProofingSite,
  type ProofingSite,
  waitingRequest,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { sampleHelp } from '../../../../../../test/support/sites/sample-help.ts';
import { visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site?.close());
beforeEach(() => {
  site.visitor.request = undefined;
});

const mainOf = (body: string) => /<main.*<\/main>/s.exec(body)?.[0] ?? '';
const person = () => visitorOf(site);

describe('finding P6: where a page says to ask the agency', () => {
  const refused = { outcome: 'refused', reasons: ['review-refused'] } as const;
  const noMoreLetters = async () => {
    site.proofing.standAt('letter');
    site.proofing.refuse.letter = { code: 'no-more' };
    const { body } = await person().post('/verify/letter', { send: 'again' });
    site.proofing.refuse = {};
    return body;
  };
  const places = {
    refused: () => decidedAs(refused, '/verify'),
    'needs a person': () =>
      decidedAs(
        { outcome: 'needs-person', reference: 'SGN-7K3M-2QXD', reasons: ['no-letter-possible'] },
        '/verify',
      ),
    redress: () => decidedAs(refused, '/verify/redress'),
    'no more letters': noMoreLetters,
    'other ways': () => decidedAs(refused, '/verify/other-ways/not-here'),
  };
  const decidedAs = async (decision: Parameters<typeof site.proofing.standAt>[1], path: string) => {
    site.proofing.standAt('check-answers', decision);
    return (await person().get(path)).body;
  };

  it.each(Object.keys(places) as (keyof typeof places)[])(
    '%s: its own phone, address and hours stand there',
    async (place) => {
      site.visitor.request = waitingRequest;
      const main = mainOf(await places[place]());
      expect(main).toContain(`<a href="tel:${sampleHelp.phone}">202-555-0117</a>`);
      for (const line of [...sampleHelp.address, ...sampleHelp.office, sampleHelp.hours.en]) {
        expect(main).toContain(line);
      }
      expect(main).toContain(`href="${sampleHelp.page}"`);
    },
  );

  it.each(Object.keys(places) as (keyof typeof places)[])(
    '%s: somebody who came by no agency finds all of them',
    async (place) => {
      const main = mainOf(await places[place]());
      expect(main).toContain('href="/help/agencies"');
      expect(main).not.toContain('tel:');
    },
  );
});
