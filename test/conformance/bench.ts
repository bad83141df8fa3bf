import { CookieBrowser } from '../support/browser/cookie-browser.ts';
import { type Ear, openEar } from '../support/sites/backchannel-ear.ts';
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
  readonly ear: Ear;
  /** A browser in which nobody is signed in. */
  stranger(): CookieBrowser;
  close(): Promise<void>;
}

/** One conformance module. It throws where Signet does not conform. */
export type Module = (bench: Bench) => Promise<void>;

export async function openBench(): Promise<Bench> {
  const ear = await openEar();
  const world = await startSignet({ agencies: { permits: { backchannelLogoutUri: ear.url } } });
  const [ana, bo] = await Promise.all([makeVerified(world), makeAccount(world)]);
  return {
    world,
    ana,
    bo,
    ear,
    stranger: () => new CookieBrowser(),
    async close() {
      await world.close();
      await ear.close();
    },
  };
}
