import { AppError, type Redacted } from '../../../kernel/index.ts';
import { maskAddress } from '../../accounts/index.ts';
import { type AttributeName, attributes, type HeldNow } from '../../agencies/index.ts';
import type { Presence, Sessions } from '../../authentication/index.ts';
import type { Vault } from '../../vault/index.ts';

export interface ReleaseNeeds {
  readonly vault: Pick<Vault, 'lookAhead' | 'read'>;
  readonly sessions: Pick<Sessions, 'openVault'>;
}

/** What is known of a person without opening their vault. */
export interface Known {
  readonly ial: number;
  readonly email: Redacted<string> | undefined;
}

/** The vault is opened only for someone who has a proven identity in it, and only when something of it was asked for. */
export const needsVault = (asked: readonly AttributeName[], ial: number): boolean =>
  ial > 0 && asked.some((name) => attributes[name].heldIn === 'identity');

/** What there is to release or to show of what was asked for, from each place where attributes are held. */
export async function holdingsFor(
  { vault, sessions }: ReleaseNeeds,
  asked: readonly AttributeName[],
  presence: Presence,
  { ial, email }: Known,
): Promise<HeldNow> {
  const address = asked.some((name) => attributes[name].heldIn === 'email') ? email : undefined;
  return {
    identity: needsVault(asked, ial) ? await identityIn(presence) : undefined,
    email: address && { address: address.reveal(), masked: maskAddress(address) },
  };

  async function identityIn(of: Presence): Promise<HeldNow['identity']> {
    const key = await sessions.openVault(of);
    if (!key) throw new AppError('vault-closed', { status: 403 });
    return vault.read(key, 'identity');
  }
}
