import { clockIn } from '@signet/agencies-ui/clock';
import { expect, it } from 'vitest';
import { type Claim, stepsOf } from './claim.ts';

it('finding T3: the days of a claim are those of the office: at 8:30 in the evening it is still that day', () => {
  const receivedAt = new Date('2027-04-16T00:30:00Z'); // April 15, 8:30 pm in New York
  const claim = { number: 'VB-1', receivedAt, withdrawnAt: undefined } as Claim;
  const days = stepsOf(
    claim,
    clockIn('America/New_York', () => receivedAt),
  ).map(({ on }) => on);
  expect(days).toEqual(['2027-04-15', '2027-04-16', '2027-04-18']);
});
