import { openResources } from '../packages/signet/src/composition/resources.ts';
import { runWeb, runWorker } from '../packages/signet/src/composition/run.ts';
import { bringForward } from '../packages/signet/src/composition/schema.ts';
import { type Signet, wireSignet } from '../packages/signet/src/composition/signet.ts';
import { loadSettings } from '../packages/signet/src/platform/config/index.ts';
import { openLog } from '../packages/signet/src/platform/log/index.ts';
import { assetsFolder, migrationsFolder } from '../test/support/repository.ts';
import { answerParent } from './child.ts';
import { proveIdentity } from './prove-identity.ts';
import { countQueries, memory, tracedRequests, traceRequests, usage } from './usage.ts';

/**
 * Signet as `src/main.ts` composes it, without the sandbox world around it: the settings come from the measurement.
 * `SIGNET_ROLE=web` is what is measured; `both` also delivers the mail that opening accounts needs.
 */
countQueries();
let signet: Signet | undefined;

answerParent({
  usage,
  memory,
  traceRequests,
  tracedRequests,

  async start(environment: Record<string, string>): Promise<void> {
    const settings = loadSettings(environment);
    const resources = await openResources(settings, openLog(settings.SIGNET_LOG_LEVEL));
    await bringForward(resources, migrationsFolder);
    signet = await wireSignet(resources);
    await runWeb(signet, assetsFolder);
    if (settings.SIGNET_ROLE === 'both') await runWorker(signet);
  },

  prove: async (email: string): Promise<string | undefined> => signet && proveIdentity(signet, email),
});
