import type { Page as Tab } from 'playwright-core';
import type { ProofingSite } from '../sites/proofing-site.tsx';

/** One page in one state: how the case stands, where the browser goes and what it does there. */
export interface Scene {
  readonly arrange: (site: ProofingSite) => void;
  /** Where it is known only once the site stands, from that. */
  readonly path: string | ((site: ProofingSite) => string);
  readonly act?: (tab: Tab) => Promise<unknown>;
}
