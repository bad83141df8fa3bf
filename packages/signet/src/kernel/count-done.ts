/** How many of them it was done for. One that fails keeps no other waiting: its fault is put beside those of the others. */
export async function countDone<T>(
  all: readonly T[],
  act: (one: T) => Promise<boolean>,
  faults: unknown[],
): Promise<number> {
  let done = 0;
  for (const one of all) {
    try {
      if (await act(one)) done += 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  return done;
}
