/**
 * Waits so many milliseconds, or until the signal comes. By the global timer, which a test can move by hand; that of
 * `node:timers/promises` stays real, and the tests of what waits here would last for minutes.
 */
export const pauseUntil = (signal: AbortSignal, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const go = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    signal.addEventListener('abort', go);
  });
