import { CookieBrowser } from '../support/browser/cookie-browser.ts';
import { type BackchannelListener, openBackchannelListener } from '../support/sites/backchannel-listener.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { makeAccount, type Visitor } from '../support/visitors/signet-visitor.ts';
import { makeVerified, type VerifiedVisitor } from '../support/visitors/verified-visitor.ts';

/** What every module is run against: Signet, its two agencies, and two people who are signed in. */
export interface Bench {
  readonly world: TestSignet;
  /** Proven at IAL2. */
  readonly ana: VerifiedVisitor;
  /** Has an account and nothing proven. */
  readonly bo: Visitor;
  /** Hears what `permits` is told over its back channel. */
  readonly listener: BackchannelListener;
  /** A browser in which nobody is signed in. */
  stranger(): CookieBrowser;
  close(): Promise<void>;
}

/** One conformance module. It throws where Signet does not conform. */
export type Module = (bench: Bench) => Promise<void>;

export async function openBench(): Promise<Bench> {
  const listener = await openBackchannelListener();
  const world = await startSignet({ agencies: { permits: { backchannelLogoutUri: listener.url } } });
  const [ana, bo] = await Promise.all([makeVerified(world), makeAccount(world)]);
  return {
    world,
    ana,
    bo,
    listener,
    stranger: () => new CookieBrowser(),
    async close() {
      await world.close();
      await listener.close();
    },
  };
}
