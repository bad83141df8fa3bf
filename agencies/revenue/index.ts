import { startServer } from './app/server.ts';
import { clientRegistration, type RevenueOptions } from './config/config.ts';
import type { Members } from './staff/index.ts';

export type { RevenueOptions } from './config/config.ts';

export type RevenueRegistration = Awaited<ReturnType<typeof clientRegistration>>;

export interface Revenue {
  readonly origin: string;
  readonly clientRegistration: RevenueRegistration;
  /** For its operator: makes agents, and ends them. */
  readonly staff: Pick<Members, 'invite' | 'end'>;
  close(): Promise<void>;
}

/** What to register at Signet, before the department starts. Makes its signing key at the first call. */
export const prepareRevenue = clientRegistration;

/** Starts the Department of Revenue. Signet need not be up; nobody can sign in until it is. */
export async function startRevenue(options: RevenueOptions): Promise<Revenue> {
  const registration = await clientRegistration(options);
  const { staff, close } = await startServer(options);
  return { origin: options.origin, clientRegistration: registration, staff, close };
}
