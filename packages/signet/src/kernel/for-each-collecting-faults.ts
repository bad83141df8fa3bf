/**
 * Does it for each in turn, and counts those for which it was done. One that fails keeps no other waiting: its fault is
 * given back with those of the others, for the caller to throw when all were tried.
 */
export async function forEachCollectingFaults<T>(
  all: readonly T[],
  act: (one: T) => Promise<boolean>,
): Promise<{ readonly done: number; readonly faults: readonly unknown[] }> {
  let done = 0;
  const faults: unknown[] = [];
  for (const one of all) {
    try {
      if (await act(one)) done += 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { done, faults };
}
