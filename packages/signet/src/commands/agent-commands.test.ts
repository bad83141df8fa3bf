import { describe, expect, it } from 'vitest';
import { err, ok } from '../kernel/index.ts';
import type { Openings } from './command.ts';
import { commands, runCommand } from './index.ts';
import { readRecoveryArgs } from './recovery.ts';
import { readReviewArgs } from './review.ts';

/** Notes what the command asked for. */
function desk() {
  const asked: unknown[] = [];
  const settle = async (...of: unknown[]) => {
    asked.push(of);
    return ok(undefined as never);
  };
  const reviews = { openReviews: async () => [], settleReview: settle };
  const recovery = {
    cases: { list: async () => [], settle },
    suspended: async () => [],
    liftSuspension: async (account: string, agent: string) => asked.push([account, agent]) > 0,
  };
  return {
    asked,
    review: (line: string) => readReviewArgs(line.split(' '))?.(reviews),
    recovery: (line: string) => readRecoveryArgs(line.split(' '))?.(recovery),
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

  it('hears of a case that is not there as of a failure', async () => {
    const none = { openReviews: async () => [], settleReview: async () => err('no-such-case' as never) };
    const act = readReviewArgs('refuse SGN-1111-2222 --agent a.1'.split(' '));
    await expect(act?.(none)).rejects.toMatchObject({
      exitStatus: 1,
      message: 'SGN-1111-2222: no-such-case',
    });
  });

  it.each([
    '',
    'list everything',
    'approve --agent a.1',
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
    for (const [name, act] of [
      ['review', review(line)],
      ['recovery', recovery(line)],
    ] as const) {
      expect(act).toBeUndefined();
      const said = await runCommand(commands, [name, ...line.split(' ')], {} as Openings);
      expect(said).toMatchObject({
        status: 2,
        complaint: true,
        text: expect.stringContaining(`node main.js ${name}`),
      });
    }
    expect(asked).toEqual([]);
  });
});
