import { type AskedLevels, type Demand, demandOf, formatAcr, type Reached, supportedAcrs } from './acr.ts';
import { type AuthenticatorUse, amrOf } from './authenticator-assurance.ts';
import { decideFal } from './federation-assurance.ts';
import { trustFramework } from './trust-framework.ts';

/** Every level and method that an answer to an agency names, in the words of one deployment (C2, C8). */
export interface Levels {
  /** Undefined when what is essential to the agency cannot be met here. */
  demandOf(asked: AskedLevels): Demand | undefined;
  acrOf(reached: Reached, asked: readonly string[]): string;
  amrOf(uses: readonly AuthenticatorUse[]): readonly string[];
  readonly fal: number;
  readonly supported: readonly string[];
  readonly trustFramework: string;
}

export function levelsAt(issuer: string, of: { readonly sandbox: boolean }): Levels {
  return {
    demandOf(asked) {
      const demand = demandOf(issuer, asked);
      return demand.ok ? demand.value : undefined;
    },
    acrOf: (reached, asked) => formatAcr(issuer, reached, asked),
    amrOf,
    // C1: what is true of every answer here, by the provider's configuration
    fal: decideFal({
      signed: true,
      audiences: 1,
      startedBy: 'agency',
      injectionProtected: true,
      nonce: true,
      agreementOnFile: true,
    }).fal,
    supported: supportedAcrs(issuer),
    trustFramework: trustFramework(issuer, of.sandbox),
  };
}
