import { openBench } from './bench-setup.ts';
import type { Memory } from './usage.ts';

/** The bar is that the second is within a tenth of the first. */
const marks = [500, 5000];

/** Prints what a web process holds after so many passkey sign-ins, garbage collected before each look. */
export async function printMemory(): Promise<void> {
  const bench = await openBench();
  try {
    let signIns = 0;
    const seen: Memory[] = [];
    for (const mark of marks) {
      while (signIns < mark) {
        const seconds = 5;
        signIns += Math.round((await bench.measure('passkey', seconds)).perSecond * seconds);
      }
      const held = await bench.memory();
      const { heapMb, residentMb } = held;
      seen.push(held);
      console.log(
        `after ${signIns} sign-ins: ${heapMb.toFixed(1)} MB of heap in use, ${residentMb.toFixed(0)} MB resident`,
      );
    }
    const grown = (what: keyof Memory) => {
      const [first = Number.NaN, last = Number.NaN] = seen.map((held) => held[what]);
      return (100 * (last / first - 1)).toFixed(1);
    };
    console.log(
      `heap in use grew by ${grown('heapMb')} %, and what is resident by ${grown('residentMb')} % (the bar is 10)`,
    );
  } finally {
    await bench.close();
  }
}
