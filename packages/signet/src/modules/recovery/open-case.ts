import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { days, err, ok, type Result } from '../../kernel/index.ts';
import { parseEmailAddress } from '../accounts/index.ts';
import type { ConfirmEmailError, Presence, TooManyAttempts } from '../authentication/index.ts';
import { newCaseReference, newToken, tokenLookup } from './case-tokens.ts';
import type { RecoveryCases } from './cases.ts';
import type { CaseParts } from './parts.ts';

/** Entries of a session's `pending` that belong to a case that is being opened. */
const caseKeys = { account: 'recovery.account', opened: 'recovery.opened' } as const;

/** A case that nobody settles is forgotten after a month; an ended one is kept as long, so that its link says so. */
export const caseKeptFor = days(30);

const text = z.string().optional();
const namedAddress = ({ session }: Presence) => text.parse(session.pending[caseKeys.account]);

export const nameAccount =
  ({ recovering, sessions }: CaseParts): RecoveryCases['nameAccount'] =>
  async (
    presence,
    { email, source },
  ): Promise<Result<Presence, { readonly code: 'not-an-address' } | TooManyAttempts>> => {
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const counted = await recovering.countCase(address.value, source);
    if (!counted.ok) return counted;
    return ok(await sessions.setPending(presence, { [caseKeys.account]: address.value.written.reveal() }));
  };

export const isNamed =
  ({ recovering }: CaseParts): RecoveryCases['isNamed'] =>
  (presence) =>
    namedAddress(presence) !== undefined || recovering.underWay(presence) !== undefined;

export const opened = ({ session }: Presence): string | undefined =>
  text.parse(session.pending[caseKeys.opened]);

/** A case for an address without an account is opened like any other: only an agent learns that there is none. */
export const openCase =
  (parts: CaseParts): RecoveryCases['open'] =>
  async (presence, input): Promise<Result<Presence, ConfirmEmailError>> => {
    const { accounts, audit, cases, clock, kms, notices, recovering, settings } = parts;
    if (!isNamed(parts)(presence)) return err({ code: 'not-now' });
    const account = await accountOf(parts, presence);
    const [id, reference, token] = [randomUUID(), newCaseReference(), newToken()];
    return recovering.confirmContact(presence, input, async (tx, { address, language }) => {
      const now = clock.now();
      await cases.add(tx, {
        id,
        reference,
        version: 1,
        state: 'open',
        person: account?.person ?? null,
        contact: await kms.wrap('contact', Buffer.from(address.reveal()), contactContext(id)),
        language,
        status_lookup: tokenLookup('status', token.reveal()),
        link_lookup: null,
        agent: null,
        saw: null,
        opened_at: now,
        settled_at: null,
        due_at: null,
        forget_at: new Date(now.getTime() + caseKeptFor),
      });
      const link = `${settings.origin}/recover/status/${token.reveal()}`;
      const values = { reference, link };
      await notices.send(tx, { to: address, lang: language, template: 'recovery-case-opened', values });
      await audit.record(tx, {
        action: 'recovery.case-opened',
        actor: { kind: 'person' },
        ...(account ? { subject: account.auditRef } : {}),
      });
      return { [caseKeys.account]: undefined, [caseKeys.opened]: reference };
    });

    async function accountOf({ accounts: all }: Pick<CaseParts, 'accounts'>, from: Presence) {
      const underWay = recovering.underWay(from);
      if (underWay) return accounts.get(underWay.person);
      const named = parseEmailAddress(namedAddress(from) ?? '');
      return named.ok ? all.findByEmail(named.value) : undefined;
    }
  };

/** A sealed contact cannot be moved to another case. */
export const contactContext = (id: string): string => `recovery-case:${id}`;
