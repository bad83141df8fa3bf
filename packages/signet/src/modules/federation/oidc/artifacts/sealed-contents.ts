import type { AdapterPayload } from 'oidc-provider';
import { days } from '../../../../kernel/index.ts';
import { type ContentKey, contentKey } from '../../../vault/index.ts';

/** What travels in its own identifier, and how long that may become: see `longest`. */
export type SealedKind = keyof typeof longest;

/**
 * Characters. Addresses of 4 kB pass everywhere that a browser does, an agency's server may take no more than 2 kB with all
 * that is in its own; a cookie holds 4 kB with its name. What would be longer is a row instead.
 */
const longest = {
  PushedAuthorizationRequest: 3000,
  AuthorizationCode: 1400,
  AccessToken: 2000,
  Interaction: 3600,
  Answer: 3000,
};

export interface SealedContents {
  /** The payload, or its JSON. Undefined where it would be longer than may be. */
  seal(kind: SealedKind, payload: object | string, of?: string): Promise<string | undefined>;
  /** Undefined for anything but what was sealed here as this kind, `of` the same, today or yesterday. */
  open(kind: SealedKind, value: string, of?: string): Promise<AdapterPayload | undefined>;
}

/** What is stored has a name without a dot. */
export const isSealed = (value: string): boolean => /^[0-9a-z]{1,8}\.[\w-]+$/.test(value);

/** The secret of a day, the same for all processes of the deployment: made by the first that asks. */
export type SecretOfDay = (day: string) => Promise<string>;

/**
 * "A token is a key, and may be the content" (docs/design.md §4): AES-256-GCM under the key of the day, bound to what it is
 * and to this issuer. Each day has a key, which is gone some days later (`postgres-keys.ts`): whoever has kept an address
 * from a log opens it with nothing then. What is sealed before midnight is opened after it, and by a process whose clock is
 * behind.
 */
export function sealedContents(
  issuer: string,
  secretOf: SecretOfDay,
  now: () => number = Date.now,
): SealedContents {
  const keys = new Map<string, Promise<ContentKey>>();

  function keyOf(day: number): Promise<ContentKey> {
    const name = day.toString(36);
    const known = keys.get(name);
    if (known) return known;
    const made = secretOf(name).then(contentKey);
    keys.set(name, made);
    made.catch(() => keys.delete(name)); // the next that asks tries again
    for (const old of keys.keys()) if (Number.parseInt(old, 36) < day - 2) keys.delete(old);
    return made;
  }

  const today = () => Math.floor(now() / days(1));
  const bindingOf = (kind: SealedKind, of: string) => JSON.stringify([kind, issuer, of]);

  return {
    async seal(kind, payload, of = '') {
      const day = today();
      const plain = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
      if (plain.length > longest[kind]) return undefined;
      const sealed = (await keyOf(day)).seal(kind, plain, bindingOf(kind, of));
      const value = `${day.toString(36)}.${sealed.toString('base64url')}`;
      return value.length <= longest[kind] ? value : undefined;
    },

    async open(kind, value, of = '') {
      if (value.length > longest[kind] || !isSealed(value)) return undefined;
      const [name = '', content = ''] = value.split('.');
      const day = Number.parseInt(name, 36);
      if (Math.abs(day - today()) > 1) return undefined;
      const key = await keyOf(day);
      const plain = key.open(kind, Buffer.from(content, 'base64url'), bindingOf(kind, of));
      return plain && (JSON.parse(plain.toString()) as AdapterPayload);
    },
  };
}
