import type { AuditLog } from '../../audit/index.ts';
import { signalDetails } from '../../risk/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import type { NotifyOfNewCountry } from '../session/index.ts';

/** A session is used in another country: every address on file hears of it (B16), and the audit log. */
export const createNotifyOfNewCountry =
  (audit: AuditLog, notices: SecurityNotices): NotifyOfNewCountry =>
  async (person, { device, places: [newest] }, signals) => {
    const to = await notices.addressees(person);
    return async (tx) => {
      const place = newest ? { place: newest.place } : {};
      await notices.send(
        tx,
        to,
        'session-elsewhere',
        { device, ...place },
        { kind: 'sign-in', about: 'any' },
      );
      await audit.record(tx, {
        action: 'session.moved',
        actor: { kind: 'person' },
        ...(to ? { subject: to.account.auditRef } : {}),
        details: signalDetails(signals),
      });
    };
  };
