import type { AuditLog } from '../../audit/index.ts';
import { signalDetails } from '../../risk/index.ts';
import type { TellOfMove } from '../session/record-new-network.ts';
import type { AuthenticatorTelling } from '../authenticators/security-notices.ts';

/** A session is used in another country: every address on file hears of it (B16), and the audit log. */
export const tellingOfMoves =
  (audit: AuditLog, tell: AuthenticatorTelling): TellOfMove =>
  async (person, { device, places: [newest] }, signals) => {
    const to = await tell.addressees(person);
    return async (tx) => {
      const place = newest ? { place: newest.place } : {};
      await tell.send(tx, to, 'session-elsewhere', { device, ...place }, { kind: 'sign-in', about: 'any' });
      await audit.record(tx, {
        action: 'session.moved',
        actor: { kind: 'person' },
        ...(to ? { subject: to.account.auditRef } : {}),
        details: signalDetails(signals),
      });
    };
  };
