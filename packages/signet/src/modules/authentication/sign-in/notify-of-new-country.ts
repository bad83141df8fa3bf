import type { AuditLog } from '../../audit/index.ts';
import { signalDetails } from '../../risk/index.ts';
import type { SecurityNotices } from '../authenticators/security-notices.ts';
import type { NotifyOfNewCountry } from '../session/record-new-network.ts';

/** A session is used in another country: every address on file hears of it (B16), and the audit log. */
export const notifyingOfNewCountry =
  (audit: AuditLog, tell: SecurityNotices): NotifyOfNewCountry =>
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
