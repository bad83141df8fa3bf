/** SQLSTATE classes and socket codes of a database that is stopped, starting, full or cut off. */
const awayCodes = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|57P0\d|08\w{3}|53\w{3})$/;
const awayMessages = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** Whether a fault only means that the database does not answer now: "try again soon", and nothing of ours is broken. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, cause } = (error ?? {}) as { code?: unknown; message?: unknown; cause?: unknown };
  if (awayCodes.test(String(code ?? '')) || awayMessages.test(String(message ?? ''))) return true;
  return cause !== undefined && isDatabaseAway(cause);
}
