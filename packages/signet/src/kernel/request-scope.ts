import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<{ readonly id: string }>();

/** Runs `work`, and all that it waits for, as one request: what is logged meanwhile carries its id. */
export const inRequest = <T>(id: string, work: () => T): T => scope.run({ id }, work);

/** The id of the request that is being answered; undefined in a job, and while nobody asks for anything. */
export const requestId = (): string | undefined => scope.getStore()?.id;
