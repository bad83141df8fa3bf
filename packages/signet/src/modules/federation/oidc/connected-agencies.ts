import type { Provider } from 'oidc-provider';
import type { PersonId } from '../../../kernel/index.ts';

/** The agencies that a person is connected to: they agreed to share, and have not ended it. */
export type ConnectedTo = (person: PersonId) => Promise<readonly string[]>;

type Session = InstanceType<Provider['Session']>;

interface Authorization {
  readonly sid?: string;
  readonly grantId?: string;
}

/**
 * Leaves in a provider session only the agencies that were answered in it and that the person is still connected to. A
 * sign-out is told to all that stand there, and whoever is told learns the person's identifier and when they left: no
 * business of an agency that they refused, that only asked, or that they have ended the connection with.
 */
export async function keepConnected(session: Session, connectedTo: ConnectedTo): Promise<void> {
  if (!session.accountId || !session.authorizations) return;
  const connected = new Set(await connectedTo(session.accountId as PersonId));
  const answered = Object.entries(session.authorizations as Record<string, Authorization>).filter(
    ([agency, { sid, grantId }]) => sid && grantId && connected.has(agency),
  );
  session.authorizations = Object.fromEntries(answered);
}

/** The provider's own sign-out page tells agencies by itself: it finds the session as it may be told. */
export function tellConnectedAlone(provider: Provider, signOutPath: string, connectedTo: ConnectedTo): void {
  provider.use(async (ctx, next) => {
    if (ctx.path === signOutPath && ctx.method === 'POST') {
      const session = await provider.Session.get(ctx as never);
      await keepConnected(session, connectedTo);
      if (session.accountId) await session.persist();
    }
    await next();
  });
}
