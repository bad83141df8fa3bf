import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  openProofingSite,
  type ProofingSite,
  waitingRequest,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site?.close());
beforeEach(() => {
  site.visitor.request = waitingRequest;
});

const person = () => visitorOf(site);
const decide = (decision: Parameters<typeof site.proofing.standAt>[1]) =>
  site.proofing.standAt('check-answers', decision);

it('verified while the person waits: the checks lead straight to what the agency may see, once, with script or without', async () => {
  decide({ outcome: 'verified' });
  site.proofing.proven = { ial: 2, verifiedAt: new Date(), facts: {} as never };
  const { get } = person();
  const { next } = JSON.parse((await get('/verify/progress')).body) as { next: string };
  const { url } = await get(next);
  expect(url.pathname + url.search).toBe('/interaction/request-1?proven=now');
  expect((await get('/verify')).url.pathname).toBe('/verify/decision'); // never there and back again
});

it.each([
  ['another end', { outcome: 'pending-records' }, false],
  ['an account given back', { outcome: 'verified' }, true],
] as const)('%s is told on a page of its own, whoever waits', async (_what, decision, recovers) => {
  decide(decision);
  Object.assign(site.visitor, { recovers, provesAgain: recovers });
  site.proofing.recovers = recovers;
  expect((await person().get('/verify/checking')).url.pathname).toBe('/verify/decision');
  Object.assign(site.visitor, { recovers: false, provesAgain: false });
  site.proofing.recovers = false;
});
