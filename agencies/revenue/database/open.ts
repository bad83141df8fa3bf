import path from 'node:path';
import { type AgencyDatabase, migrate, openDatabase } from '@signet/agencies-ui/database';
import pg from 'pg';
import type { RevenueTables } from './tables.ts';

const { INT8, DATE } = pg.types.builtins;

/** Cents and counts stay far below 2^53; a calendar day has no time zone and stays text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (day: string) => day;
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
};

export type RevenueDatabase = AgencyDatabase<RevenueTables>;

export const openRevenueDatabase = (url: string, onIdleError: (error: Error) => void): RevenueDatabase =>
  openDatabase({ url, name: 'revenue', connections: 10, types, onIdleError });

export const migrateRevenue = ({ pool }: RevenueDatabase): Promise<void> =>
  migrate({ pool, folder: path.join(import.meta.dirname, 'migrations'), agency: 'Department of Revenue' });
