import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

it('finding S6: key and checkpoints are there for anybody, the newest first and all of the history', async () => {
  const { audit, checkpointer, sequencer, transact } = world.signet;
  const notes: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await transact((tx) => audit.record(tx, { action: 'test.happened', actor: { kind: 'system' } }));
    await sequencer.sequence();
    await checkpointer.checkpoint();
    notes.unshift((await checkpointer.latest()) ?? '');
  }
  const read = async (path: string) => (await fetch(world.origin + path)).text();
  expect(await read('/audit/key')).toBe(await world.signet.resources.kms.verifierKey());
  expect(await read('/audit/checkpoints')).toBe(notes.join('\n'));
  expect(await read('/audit/checkpoints?before=2')).toBe(notes[2]);
  expect(await read('/audit/checkpoints?before=nothing')).toBe(notes.join('\n'));
});
