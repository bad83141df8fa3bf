import { AppError } from '../../../kernel/index.ts';

/**
 * Why a database cannot be used, so that whoever starts Signet knows what to change. By PostgreSQL's error codes
 * (appendix A of its manual) and those of the network. `setting` is the one that names the database.
 */
export function databaseFault(error: unknown, setting = 'DATABASE_URL'): AppError {
  if (error instanceof AppError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const [kind, words] = faultOf(code, message);
  return new AppError(kind, { message: `Setting ${setting}: ${words}`, cause: error });
}

function faultOf(code: string, message: string): readonly [kind: string, words: string] {
  if (code === '28P01' || code === '28000') {
    return ['database-refuses-login', 'the server refuses this user or password'];
  }
  if (code === '3D000') return ['database-missing', 'the server has no database of this name'];
  if (code === '42501')
    return [
      'database-rights-missing',
      'this user may not change the schema; name its owner in SIGNET_DATABASE_OWNER_URL',
    ];
  if (code === '08P01' && /startup parameter/.test(message)) {
    return ['database-behind-pooler', 'a connection pooler answers there; name the server behind it'];
  }
  if (networkCodes.has(code) || /timeout|terminated/i.test(message)) {
    return ['database-unreachable', 'no server answers there'];
  }
  return ['database-fault', 'the database cannot be brought forward'];
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]);
