import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartFailure } from '../start-failure.ts';
import { refuseWhereOneRuns } from './running.ts';
import { loadWorldSettings, type WorldSettings } from './settings.ts';

const portSettings = [
  'SIGNET_PORT',
  'SIGNET_REVENUE_PORT',
  'SIGNET_BENEFITS_PORT',
  'SIGNET_SANDBOX_PORT',
] as const;

/** What can be said before anything is built or started: why this world cannot start, or nothing. */
export async function whyNotToStart(): Promise<string | undefined> {
  try {
    await refuseBesideOthers(loadWorldSettings());
    return undefined;
  } catch (error) {
    if (error instanceof StartFailure) return error.message;
    throw error;
  }
}

/** Before the seconds of starting a database: what already runs is the most usual reason why a start fails. */
export async function refuseBesideOthers(settings: WorldSettings): Promise<void> {
  await refuseWhereOneRuns(settings.SIGNET_DATA_DIR);
  const seen = new Map<number, string>();
  for (const setting of portSettings) {
    const port = settings[setting];
    const other = seen.get(port);
    if (other)
      throw new StartFailure(
        'bad-setting',
        `Setting ${setting}: ${other} has port ${port} already; choose another`,
      );
    seen.set(port, setting);
    await refuseIfTaken(setting, settings.SIGNET_HOST, port);
  }
}

async function refuseIfTaken(setting: string, host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (cause) {
    throw new StartFailure(
      'port-in-use',
      whyNot((cause as NodeJS.ErrnoException).code, { setting, host, port }),
      cause,
    );
  }
  probe.close();
  await once(probe, 'close');
}

function whyNot(code: string | undefined, of: { setting: string; host: string; port: number }): string {
  const { setting, host, port } = of;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken, by another program or another sandbox; choose another: ${setting}=${otherPort(port)} npm start`;
  if (code === 'EACCES')
    return `Setting ${setting}: this user may not listen on port ${port}; choose another`;
  return `Setting SIGNET_HOST: cannot listen on ${host} (${code})`;
}

const otherPort = (port: number): number => (port < 55_000 ? port + 10_000 : port - 10_000);
