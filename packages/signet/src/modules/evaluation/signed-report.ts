import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { err, ok, type Result } from '../../kernel/index.ts';
import { type Report, report } from './report.ts';

/** A key pair for reports, PEM: the private one stays with whoever measures, the public one goes to operators. */
export function makeEvaluatorKey(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** A report as a file and, for a file beside it, the Ed25519 signature (RFC 8032) over its bytes, base64. */
export interface SignedReport {
  readonly text: string;
  readonly signature: string;
}

/** A private key in PEM, opened before anything is measured for it. Throws where that is no Ed25519 key. */
export function openEvaluatorKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the key is no Ed25519 key');
  return key;
}

export function signReport(measured: Report, key: KeyObject): SignedReport {
  const text = `${JSON.stringify(measured, undefined, 2)}\n`;
  return { text, signature: `${sign(null, Buffer.from(text), key).toString('base64')}\n` };
}

export type ReportFault = 'not-signed-by-a-named-key' | 'not-a-report';

/** The report, if one of these public keys, PEM, signed just this text. Throws where a key is no Ed25519 key. */
export function openReport(
  { text, signature }: SignedReport,
  publicKeys: readonly string[],
): Result<Report, ReportFault> {
  const isSigned = publicKeys.map(publicKeyOf).some((key) => {
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  });
  if (!isSigned) return err('not-signed-by-a-named-key');
  const parsed = report.safeParse(parseJson(text));
  return parsed.success ? ok(parsed.data) : err('not-a-report');
}

function publicKeyOf(pem: string) {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('a key is no Ed25519 key');
  return key;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is no report either
  }
}
