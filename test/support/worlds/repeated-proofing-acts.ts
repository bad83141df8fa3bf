import { expect } from 'vitest';
import type { PersonId } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import { asPending, type Recovery } from '../../../packages/signet/src/modules/proofing/index.ts';
import { answerAll, check, settled } from './proofing-acts.ts';
import type { World } from './proofing-world.ts';

interface Proven {
  readonly account: PersonId;
  readonly ssn: string;
}

let numbers = 5000;
export const freshSsn = (): string => `900-12-${numbers++}`;

/** Somebody with an account, proven with a license and a phone of their own (IAL2). */
export async function provenPerson(world: World): Promise<Proven> {
  const account = await world.newPerson();
  const ssn = freshSsn();
  await world.start(account, { ial: 2 });
  await answerAll(world, account, ssn);
  expect((await check(world, account)).decision).toEqual({ outcome: 'verified' });
  return { account, ssn };
}

export const begin = async (world: World, account: PersonId): Promise<Recovery> =>
  settled(await world.transact((tx) => world.proofing.proveAgain(tx, account)));

/** The whole of a recovery up to its decision. */
export async function recover(world: World, { account, ssn }: Proven) {
  const recovery = await begin(world, account);
  await answerAll(world, recovery.subject, ssn);
  const { decision } = await check(world, recovery.subject);
  return { recovery, decision };
}

/** The session of the account's person in the browser that recovers, as it binds something new. */
export const sessionOf = (recovery: Recovery, person: PersonId = recovery.account) =>
  ({ session: { person, pending: asPending(recovery) } }) as unknown as Pick<Presence, 'session'>;

export const giveBack = (world: World, recovery: Recovery, person?: PersonId) =>
  world.transact((tx) => world.proofing.reclaimAccount(tx, sessionOf(recovery, person)));

export const given = <T>(key: T | undefined): T => {
  if (key === undefined) throw new Error('the account was not given back');
  return key;
};

export const rowsOf = async (world: World, table: string, of: PersonId): Promise<number> =>
  (await world.pool.pg.query(`SELECT 1 FROM ${table} WHERE person = $1`, [of])).rows.length;
