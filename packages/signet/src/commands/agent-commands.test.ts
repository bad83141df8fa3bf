import { describe, expect, it } from 'vitest';
import { ok } from '../kernel/index.ts';
import { recoveryCommand } from './recovery.ts';
import { review } from './review.ts';

/** Notes what the command asked for. */
function desk() {
  const asked: unknown[] = [];
  const settle = async (...of: unknown[]) => {
    asked.push(of);
    return ok(undefined as never);
  };
  return {
    asked,
    review: (line: string) => review({ openReviews: async () => [], settleReview: settle }, line.split(' ')),
    recovery: (line: string) =>
      recoveryCommand(
        {
          cases: { list: async () => [], settle },
          suspended: async () => [],
          liftSuspension: async (account, agent) => asked.push([account, agent]) > 0,
        },
        line.split(' '),
      ),
  };
}

describe('an agent on the command line', () => {
  it('decides a review, with what they saw where they approve', async () => {
    const { asked, review } = desk();
    expect(await review('approve SGN-1111-2222 --agent a.1 --saw student-id:alder-college')).toContain(
      'approved',
    );
    expect(await review('refuse SGN-1111-2222 --agent a.1')).toContain('refused');
    expect(asked).toEqual([
      ['SGN-1111-2222', 'approve', { ref: 'a.1', saw: { kind: 'student-id', issuer: 'alder-college' } }],
      ['SGN-1111-2222', 'refuse', { ref: 'a.1' }],
    ]);
  });

  it('decides a recovery, and opens an account that was locked', async () => {
    const { asked, recovery } = desk();
    expect(await recovery('approve RCV-1111-2222 --saw passport:united-states --agent a.1')).toContain(
      'approved',
    );
    expect(await recovery('refuse RCV-1111-2222 --agent a.1')).toContain('refused');
    expect(await recovery('lift someone --agent a.1')).toContain('open again');
    expect(asked).toEqual([
      ['RCV-1111-2222', 'approve', { ref: 'a.1', saw: 'passport:united-states' }],
      ['RCV-1111-2222', 'refuse', { ref: 'a.1' }],
      ['someone', 'a.1'],
    ]);
  });

  it.each([
    '',
    'approve X',
    'approve X --agent',
    'approve X --agent two words',
    'approve X --agent Ana;Bo',
    'approve X --agent a.1 --saw',
    'approve X --agent a.1 --shown passport:x',
    'refuse X --agent a.1 --saw passport:united-states',
    'burn X --agent a.1',
  ])('is shown how to write it, and nothing happens, for a slip: %s', async (line) => {
    const { asked, review, recovery } = desk();
    expect(await review(line)).toContain('node main.js review');
    expect(await recovery(line)).toContain('node main.js recovery');
    expect(asked).toEqual([]);
  });
});
