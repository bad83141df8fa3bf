import type { PersonId } from '../kernel/index.ts';
import type { Agencies } from '../modules/agencies/index.ts';
import type { AccountRecovery } from '../modules/authentication/index.ts';
import type { Figures } from '../modules/proofing/index.ts';
import { aboutPages, howItGoesRoutes } from './about/index.ts';
import type { AccountNeeds } from './account/index.ts';
import { accountPages } from './account/index.ts';
import { auditPages, type PublishedLog } from './audit/index.ts';
import { recoveryPages } from './authentication/account-recovery/index.ts';
import { authenticationPages } from './authentication/index.ts';
import { interactionRoutes } from './federation/index.ts';
import { createGuards } from './guards/index.ts';
import { personalDataPages } from './personal-data/index.ts';
import type { ProofingPagesNeeds } from './proofing/index.ts';
import { proofingPages } from './proofing/index.ts';
import { type Guards, type Routes, type RouteTable, routeTable } from './routes/index.ts';

/** What the server mounts: every row of the table, what runs for it, and what stands before it. */
export interface Pages {
  readonly table: RouteTable;
  readonly routes: readonly Routes[];
  readonly guards: Guards;
}

export interface PagesNeeds extends AccountNeeds {
  readonly agencies: Agencies;
  readonly checkpointer: PublishedLog;
  readonly proofing: ProofingPagesNeeds['proofing'] & AccountNeeds['proofing'];
  readonly recovery: AccountRecovery;
  /** Whether what is proven could be kept: a vault is made by the first authenticator that can carry its key. */
  readonly hasVault: (person: PersonId) => Promise<boolean>;
  /** Hears why an agency was not answered in the transaction of a sign-in. It is answered after it. */
  readonly onUnanswered: (error: unknown) => void;
  /** Hours between an agent's yes to a recovery and its link. */
  readonly recoveryWaitHours: number;
  /** How often people pass; undefined where that is not shown. */
  readonly figures?: (() => Promise<Figures>) | undefined;
  /** How many days an agent may take over a review. */
  readonly reviewRetentionDays: number;
  /** Where browsers reach us: `https://signet.example`. */
  readonly origin: string;
  /** In the sandbox: where sample photos are found. */
  readonly sandboxHome?: string | undefined;
}

/** All pages, made from what the modules do. */
export function createPages(needs: PagesNeeds): Pages {
  const { authentication, federation, hasVault, proofing, recovery } = needs;
  const isProven = async (person: PersonId) => (await proofing.identityOf(person)) !== undefined;
  return {
    table: routeTable,
    routes: [
      aboutPagesOf(needs),
      howItGoesRoutes(needs.figures),
      auditPages(needs.checkpointer),
      ...authenticationPages(needs),
      ...recoveryPages({
        authentication,
        recovery,
        agencies: needs.agencies,
        waitHours: needs.recoveryWaitHours,
        isProven,
      }),
      ...proofingPagesOf(needs),
      interactionRoutes({ ...needs, isProven }),
      ...accountPages(needs),
      ...personalDataPages(needs),
    ],
    guards: createGuards({
      authentication,
      recovery,
      federation,
      proofing,
      hasVault,
      deletion: needs.personalData.deletion,
    }),
  };
}

const aboutPagesOf = ({ agencies, personalData, reviewRetentionDays }: PagesNeeds): Routes =>
  aboutPages({ agencies, reviewDays: reviewRetentionDays, deletionDays: personalData.deletion.waitDays });

const proofingPagesOf = ({ authentication, sandboxHome, ...needs }: PagesNeeds): readonly Routes[] =>
  proofingPages({
    proofing: needs.proofing,
    transact: needs.transact,
    agencies: needs.agencies,
    recovery: needs.recovery,
    hasVault: needs.hasVault,
    origin: needs.origin,
    sessions: authentication.session,
    reviewRetentionDays: needs.reviewRetentionDays,
    ...(sandboxHome && { sandboxHome }),
  });
