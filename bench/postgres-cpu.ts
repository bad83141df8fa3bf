import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Linux counts the time of processes in hundredths of a second, whatever its clock. */
const msOfTick = 10;

/** Returns the CPU time so far of the server and of all that serve its connections, milliseconds. NaN but on Linux. */
export async function postgresCpu(databaseUrl: string): Promise<() => Promise<number>> {
  if (process.platform !== 'linux') return async () => Number.NaN;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  await client.end();
  const [server = ''] = (
    await readFile(path.join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8')
  ).split('\n');
  return async () => {
    const processes = await Promise.all(
      (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(timesOf),
    );
    return processes.reduce((sum, { pid, parent, own, ended }) => {
      if (pid === server) return sum + own + ended;
      return parent === server ? sum + own : sum;
    }, 0);
  };
}

interface Times {
  readonly pid: string;
  readonly parent: string;
  readonly own: number;
  /** Of its children that ended. */
  readonly ended: number;
}

/** proc_pid_stat(5): what stands after the name, which may hold anything, begins with the state and the parent. */
async function timesOf(pid: string): Promise<Times> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''); // it has ended
  const [, parent = '', ...fields] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(9, 13).map(Number);
  return { pid, parent, own: (user + system) * msOfTick, ended: (childrenUser + childrenSystem) * msOfTick };
}
