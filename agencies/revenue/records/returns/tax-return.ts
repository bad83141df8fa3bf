import type { Day } from '../../amounts-and-dates/day.ts';
import type { CustomerFileNumber } from '../taxpayers/taxpayer.ts';
import type { FilingStatus, ReturnLines } from './return-lines.ts';

export interface Dependent {
  readonly givenName: string;
  readonly familyName: string;
  readonly ssnLastFour: string;
  readonly relation: 'child' | 'parent';
}

export interface TaxReturn {
  readonly taxYear: number;
  readonly form: string;
  readonly filingStatus: FilingStatus;
  readonly filedBy: 'electronic' | 'paper';
  readonly receivedOn: Day;
  readonly lines: ReturnLines;
  /** The person who filed it. Their spouse sees a joint return too. */
  readonly filer: CustomerFileNumber;
  readonly spouse?: CustomerFileNumber;
  readonly dependents: readonly Dependent[];
}
