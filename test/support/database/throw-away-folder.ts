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

const plenty = 6 * 1024 ** 3; // bytes; a run of all tests needs about a sixth of it

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.min(bavail * bsize, freemem()) > plenty;
  } catch {
    return false; // another system, which has no such folder
  }
}
