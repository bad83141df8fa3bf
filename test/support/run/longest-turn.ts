/**
 * How long the longest turn of the event loop took while something went on, in milliseconds of this thread's own
 * processor time: what everybody else waits for. By the clock a machine that is busy with other work would count too.
 */
export async function longestTurn(act: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  try {
    await act();
    await new Promise((resolve) => setTimeout(resolve, 5)); // the last turn is seen by the next
  } finally {
    clearInterval(timer);
  }
  return longest;
}
