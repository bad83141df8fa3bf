import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Redacted } from './redacted.ts';

/** A short code as it is kept: without the key nobody searches it for its few digits. `use` tells apart what codes are for. */
export const codeHash = (key: Redacted<string>, use: string, code: string): string =>
  createHmac('sha256', key.reveal()).update(`${use}/${code}`).digest('base64url');

/** In a time that does not tell how much of it agrees. */
export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
