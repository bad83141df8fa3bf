import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSequencing, watchLag } from './index.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A log of whatever the loop asks for, whose answers a test sets. */
function loop() {
  const did: string[] = [];
  const waiting = { entries: 0, kmsAway: false, databaseAway: false };
  const sequencing = createSequencing({
    sequencer: {
      async sequence() {
        if (waiting.databaseAway) throw new Error('the database is away');
        const sequenced = waiting.entries;
        waiting.entries = 0;
        if (sequenced > 0) did.push(`sequenced ${sequenced}`);
        return sequenced;
      },
    },
    checkpointer: {
      async checkpoint() {
        if (waiting.kmsAway) throw new Error('the KMS is away');
        did.push('signed');
        return undefined;
      },
    },
    onFault: (error) => did.push((error as Error).message),
  });
  return { did, waiting, sequencing };
}

describe('sequencing', () => {
  it('sequences and signs within a second of an entry, and looks for what another left unsigned', async () => {
    vi.useFakeTimers();
    const { did, waiting, sequencing } = loop();
    sequencing.start();
    await vi.advanceTimersByTimeAsync(400);
    expect(did).toEqual(['signed']); // whatever a worker before it left unsigned
    waiting.entries = 3;
    await vi.advanceTimersByTimeAsync(1000);
    expect(did).toEqual(['signed', 'sequenced 3', 'signed']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(did.filter((one) => one === 'signed')).toHaveLength(3);
  });

  it('signs later what could not be signed, and sequences meanwhile', async () => {
    vi.useFakeTimers();
    const { did, waiting, sequencing } = loop();
    waiting.kmsAway = true;
    sequencing.start();
    await vi.advanceTimersByTimeAsync(10);
    waiting.entries = 2;
    await vi.advanceTimersByTimeAsync(1500);
    expect(did).toContain('sequenced 2');
    expect(did).not.toContain('signed');
    waiting.kmsAway = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(did.at(-1)).toBe('signed');
  });

  it('tries again ever more slowly while the database is away, and is back within seconds', async () => {
    vi.useFakeTimers();
    const { did, waiting, sequencing } = loop();
    waiting.databaseAway = true;
    sequencing.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(did.length).toBeLessThan(20);
    waiting.databaseAway = false;
    waiting.entries = 1;
    await vi.advanceTimersByTimeAsync(5500);
    expect(did).toContain('sequenced 1');
  });

  it('makes a last pass as it stops, and none after it', async () => {
    const { did, waiting, sequencing } = loop();
    sequencing.start();
    await pause(20);
    waiting.entries = 4;
    await sequencing.stop();
    expect(did).toEqual(['signed', 'sequenced 4', 'signed']);
    waiting.entries = 1;
    await pause(600);
    expect(did).toHaveLength(3);
  });

  it('that was never started stops at once', async () => {
    const { did, sequencing } = loop();
    await sequencing.stop();
    expect(did).toEqual([]);
  });
});

describe('the watch over the lag', () => {
  it('alarms when two looks in a row find it too long, and says when it is over', async () => {
    vi.useFakeTimers();
    const said: string[] = [];
    let lag: number | Error = 0;
    const watch = watchLag({
      sequencer: { lag: async () => (lag instanceof Error ? Promise.reject(lag) : lag) },
      onLate: (seconds) => said.push(`late ${seconds}`),
      onCaughtUp: () => said.push('caught up'),
      onFault: (error) => said.push((error as Error).message),
    });
    const look = async (found: number | Error) => {
      lag = found;
      await vi.advanceTimersByTimeAsync(10_000);
    };
    await look(0.4);
    await look(300); // the entry of a slow transaction, sequenced a moment later
    await look(0.2);
    expect(said).toEqual([]);
    await look(12);
    await look(22);
    await look(32);
    expect(said).toEqual(['late 22', 'late 32']);
    await look(new Error('away'));
    await look(0);
    expect(said).toEqual(['late 22', 'late 32', 'away', 'caught up']);
    await watch.stop();
    await look(99);
    expect(said).toHaveLength(4);
  });
});
