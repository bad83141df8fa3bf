import { mkdtemp, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A folder for the data of a database server that is thrown away. Each test's database is a thousand files, made and
 * removed: in memory that takes a quarter of the processor time. On a disk where there is no such folder, or no room.
 */
export async function throwAwayFolder(name: string): Promise<string> {
  return mkdtemp(path.join((await hasRoom(inMemory)) ? inMemory : tmpdir(), name));
}

const inMemory = '/dev/shm'; // of Linux

/** PostgreSQL keeps up to one GiB of its log, a test's database takes 10 MB, and browsers and models need room beside it. */
const plenty = 6 * 1024 ** 3; // bytes

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.min(bavail * bsize, freemem()) > plenty;
  } catch {
    return false; // another system, which has no such folder
  }
}
