import {
  AppError,
  createTurns,
  days,
  err,
  isUuid,
  type PersonalData,
  type PersonId,
  type Result,
  type TooManyWaiting,
  type Written,
} from '../../kernel/index.ts';
import { createAuditRefOf } from '../accounts/index.ts';
import { type ErasureReceipt, findErasure } from '../audit/index.ts';
import type { VaultKey } from '../vault/index.ts';
import { askForDeletion } from './ask-for-deletion.ts';
import type { AccountDeletion } from './deletion.ts';
import { eraseAgain } from './erase-account.ts';
import { keepAccount, personOfLink } from './keep-account.ts';
import { downloadLimits, downloadTurnLimits } from './limits.ts';
import { gatherEverything, type PersonalFile } from './personal-file.ts';
import type { PersonalDataNeeds } from './ports.ts';
import { type DeletionStore, postgresDeletions } from './postgres-deletions.ts';
import { respellName, type SpellingProblems, type TypedName } from './respell-name.ts';
import { holdOn, sweepDeletions } from './sweep-deletions.ts';
import { addresseesOf, tell } from './tell-of-deletion.ts';

/** A person's own data: looked at, taken along, deleted for good. */
export interface PersonalDataOffice {
  readonly deletion: AccountDeletion;
  /** Every table that names a person, as those say who keep them. */
  readonly tables: readonly string[];
  /** Notes that somebody had their verified data shown in full. */
  noteViewed(person: PersonId): Promise<void>;
  /** Gives the key's person the spelling of their name that they typed (decision 41). Undefined: none was proven. */
  respell(key: VaultKey, typed: TypedName): Promise<Result<undefined, SpellingProblems> | undefined>;
  /** Everything about the key's person; every address on file is told that it was taken. */
  download(
    key: VaultKey | undefined,
    person: PersonId,
  ): Promise<Result<PersonalFile, TooManyDownloads | TooManyWaiting>>;
  /** Undefined when there is no such reference, or its account is still there. */
  receipt(reference: string): Promise<ErasureReceipt | undefined>;
}

/** As many as may be in a day: each sends a mail to every address. */
export interface TooManyDownloads {
  readonly code: 'too-many-downloads';
  readonly again: Date;
}

export function createPersonalData(needs: PersonalDataNeeds): PersonalDataOffice {
  const store = postgresDeletions(needs.db);
  const holders = [needs.account, ...needs.others, deletionsThemselves(store)];
  const keep = keepAccount(needs, store);
  const ofLink = personOfLink(store);

  const subjectOf = createAuditRefOf(needs.accounts);
  const inTurn = createTurns({
    atOnce: downloadTurnLimits['at-once'],
    eachAtOnce: downloadTurnLimits['at-once-each'],
    eachWaiting: downloadTurnLimits['waiting-each'],
  });

  async function fileOf(key: VaultKey | undefined, person: PersonId): Promise<PersonalFile> {
    const [subject, told] = await Promise.all([subjectOf(person), addresseesOf(needs, person)]);
    const at = needs.clock.now();
    await needs.transact(async (tx) => {
      if (told) await tell(needs, tx, told, 'data-downloaded', { at });
      await needs.audit.record(tx, { action: 'data.downloaded', actor: { kind: 'person' }, subject });
    });
    const identity = key && ((await needs.vault.read(key, 'identity')) as Written | undefined);
    const of = { person, subject, at, identity: identity ?? null };
    return gatherEverything({ holders, audit: needs.audit }, of);
  }

  return {
    tables: holders.flatMap(({ tables }) => tables),
    deletion: {
      waitDays: Math.round(needs.settings.waitBeforeDeletion / days(1)),
      async pendingOf(person) {
        const found = await store.of(person);
        if (!found) return undefined;
        const held = await holdOn(needs, person);
        return {
          askedAt: found.asked_at,
          dueAt: found.due_at,
          closing: found.state === 'closing',
          ...(held && { held }),
        };
      },
      ask: askForDeletion(needs, store),
      keep: (person) => keep(person, 'account'),
      linkWorks: async (token) => (await ofLink(token)) !== undefined,
      async keepByLink(token) {
        const person = await ofLink(token);
        return person ? keep(person, 'link') : { ok: false, error: 'nothing-to-keep' };
      },
      eraseAgain: eraseAgain(needs, store),
      sweep: sweepDeletions(needs, store),
    },

    async noteViewed(person) {
      const subject = await subjectOf(person);
      await needs.transact((tx) =>
        needs.audit.record(tx, { action: 'identity.viewed', actor: { kind: 'person' }, subject }),
      );
    },

    respell: respellName(needs, subjectOf),

    async download(key, person) {
      if (key && key.person !== person) throw new AppError('not-your-vault', { status: 403 });
      const counted = await needs.quotas.take([{ limit: downloadLimits['a-day'], of: [person] }]);
      if (!counted.allowed) return err({ code: 'too-many-downloads', again: counted.until });
      const made = await inTurn(person, () => fileOf(key, person));
      if (!made.ok) await counted.giveBack();
      return made;
    },

    receipt: (reference) =>
      isUuid(reference) ? findErasure(needs.db, reference) : Promise.resolve(undefined),
  };
}

/** What this module itself keeps. An erasure takes it last, and its own way (`takeClosing`). */
function deletionsThemselves(store: DeletionStore): PersonalData {
  return {
    tables: ['account_deletions', 'account_deletion_links'],
    async about(person) {
      const found = await store.of(person);
      return {
        pendingDeletion: found
          ? { askedAt: found.asked_at.toISOString(), dueAt: found.due_at.toISOString() }
          : null,
      };
    },
    forget: (tx, person) => store.forget(tx, person),
  };
}
