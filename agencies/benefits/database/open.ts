import path from 'node:path';
import { type AgencyDatabase, migrate, openDatabase } from '@signet/agencies-ui/database';
import type { BenefitsTables } from './tables.ts';

export type BenefitsDatabase = AgencyDatabase<BenefitsTables>;

export const openBenefitsDatabase = (url: string, onIdleError: (error: Error) => void): BenefitsDatabase =>
  openDatabase({ url, name: 'benefits', connections: 5, onIdleError });

export const migrateBenefits = ({ pool }: BenefitsDatabase): Promise<void> =>
  migrate({ pool, folder: path.join(import.meta.dirname, 'migrations'), agency: 'Veterans Benefits Office' });
