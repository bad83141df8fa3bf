import { days, type PersonalData } from '../kernel/index.ts';
import { createAccountPersonalData } from '../modules/accounts/index.ts';
import {
  type AccountRecovery,
  authenticationPersonalData,
  recoveryPersonalData,
} from '../modules/authentication/index.ts';
import { type Federation, federationPersonalData } from '../modules/federation/index.ts';
import { noticesPersonalData } from '../modules/notices/index.ts';
import { createPersonalData, type PersonalDataOffice } from '../modules/personal-data/index.ts';
import { type Proofing, proofingPersonalData } from '../modules/proofing/index.ts';
import { createQuotas, postgresQuotas } from '../modules/quotas/index.ts';
import { vaultPersonalData } from '../modules/vault/index.ts';
import type { Modules } from './modules.ts';
import type { Resources } from './resources.ts';

/** Everybody who keeps something of a person is named here, or a test says which table was left out. */
export function wirePersonalData(
  { settings, pool, kms }: Pick<Resources, 'settings' | 'pool' | 'kms'>,
  modules: Modules,
  proofing: Proofing,
  recovery: AccountRecovery,
  federation: Federation,
): PersonalDataOffice {
  const { accounts, audit, authentication, clock, notices, transact, vault } = modules;
  const others: readonly PersonalData[] = [
    authenticationPersonalData(pool.db, kms),
    noticesPersonalData(pool.db),
    recoveryPersonalData(pool.db),
    federationPersonalData(pool.db, modules.agencies),
    proofingPersonalData(pool.db, proofing),
    vaultPersonalData(modules),
  ];
  return createPersonalData({
    transact,
    clock,
    audit,
    notices,
    quotas: createQuotas(postgresQuotas(pool.db), kms, clock),
    vault,
    accounts,
    db: pool.db,
    account: createAccountPersonalData({ db: pool.db, kms }),
    others,
    sessions: authentication.session,
    agencySessions: federation.everywhere,
    isInRecovery: (person) => recovery.isUnderWay(person),
    settings: {
      origin: settings.SIGNET_ORIGIN,
      waitBeforeDeletion: days(settings.SIGNET_DELETION_WAIT_DAYS),
    },
  });
}
