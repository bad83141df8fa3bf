import type { StatedData } from '../document/index.ts';

/** The barcode as AAMVA data (D1, D2). It carries no signature: it is consistency evidence only. */
export interface BarcodeReading extends StatedData {
  /** AAMVA's issuer identification number (IIN), six digits. */
  readonly issuerId: string;
  readonly version: number;
  readonly knownVersion: boolean;
}

export const barcodeProblems = ['no-barcode', 'not-aamva', 'incomplete'] as const;
export type BarcodeProblem = (typeof barcodeProblems)[number];
