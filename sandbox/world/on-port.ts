import { StartFailure } from '../start-failure.ts';

/** Starts a server, and names the setting of its port where that port is taken. */
export async function onPort<T>(setting: string, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new StartFailure('port-in-use', `its port is taken; choose another ${setting}`, cause);
  }
}
