import { AppError, type PersonId } from '../../../kernel/index.ts';
import type { ReleaseItem } from '../../agencies/index.ts';
import type { Presence } from '../../authentication/index.ts';
import type { ItemPreview } from '../federation.ts';
import { needsVault } from '../need.ts';
import type { AuthorizationRequest } from '../oidc/request.ts';
import type { FederationDeps, Identity, ProvenHow } from '../ports.ts';

/** The person's data for this request: opened only when something of it was asked for. */
export async function identityFor(
  deps: Pick<FederationDeps, 'vault' | 'sessions'>,
  request: AuthorizationRequest,
  presence: Presence,
  proven: ProvenHow | undefined,
): Promise<Identity | undefined> {
  if (!proven || !needsVault(request, proven.ial)) return undefined;
  const key = await deps.sessions.openVault(presence);
  if (!key) throw new AppError('vault-closed', { status: 403 });
  return (await deps.vault.read(key, 'identity')) as Identity | undefined;
}

/** What the consent page shows: each item asked for, and the value that would be given. */
export async function previewItems(
  deps: FederationDeps,
  request: AuthorizationRequest,
  presence: Presence,
  person: PersonId,
): Promise<readonly ItemPreview[]> {
  const identity = await identityFor(deps, request, presence, await deps.provenOf(person));
  const email = request.items.includes('email') ? (await deps.accountOf(person))?.email?.reveal() : undefined;
  return request.items.map((item) => ({
    item,
    optional: request.agency.optional.includes(item),
    value: valueFor(item, identity, email),
  }));
}

function valueFor(
  item: ReleaseItem,
  identity: Identity | undefined,
  email: string | undefined,
): readonly string[] {
  switch (item) {
    case 'email':
      return email ? [email] : [];
    case 'name':
      return identity
        ? [[identity.givenName, identity.middleName, identity.familyName].filter(Boolean).join(' ')]
        : [];
    case 'birthdate':
      return identity ? [identity.birthDate] : [];
    case 'ssn':
      return identity?.ssn ? [identity.ssn] : [];
    case 'address': {
      const address = identity?.address;
      return address ? [address.street, `${address.city}, ${address.state} ${address.postalCode}`] : [];
    }
  }
}
