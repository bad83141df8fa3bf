import { distinct, met, type Reason, unmet } from './reason.ts';

/** One authentication as a session remembers it. `authentication`'s events fit without conversion. */
export interface AuthenticatorUse {
  readonly method:
    | 'password'
    | 'totp'
    | 'passkey'
    | 'recovery-code'
    | 'text-code'
    | 'voice-code'
    | 'email-code';
  readonly at: Date;
  /** Passkeys: the UV flag as it came. Absent is not verified (B10). */
  readonly userVerified?: boolean;
  /** Passkeys: the BE flag as it came. Absent is taken for a key that can be copied (B2). */
  readonly backupEligible?: boolean;
}

export interface AalDecision {
  readonly aal: 0 | 1 | 2 | 3;
  readonly phishingResistant: boolean;
  readonly reasons: readonly Reason[];
}

/** What a use proves (SP 800-63B-4 section 3): something known, something held, a key, or both factors at once. */
interface Proof {
  readonly knows: boolean;
  readonly has: boolean;
  readonly key: boolean;
  readonly deviceBound: boolean; // the key cannot be exported
  readonly reason: Reason;
}

/**
 * The authenticator assurance level of everything that was used (SP 800-63B-4 section 2). Pure; how long it holds
 * is the session's matter (B11). More uses never lower a level. That a device-bound key sits in FIPS-validated
 * hardware is not observed here, since public services do not gate on attestation (B10).
 */
export function decideAal(uses: readonly AuthenticatorUse[]): AalDecision {
  const proofs = uses.map(proofOf);
  const password = proofs.some(({ knows, has }) => knows && !has);
  // The password and the held thing may be one (a passkey with UV) or two.
  const bothFactors = ({ knows, has }: Proof) => has && (knows || password);
  const phishingResistant = proofs.some(({ key }) => key);
  const reasons = proofs.map(({ reason }) => reason);
  const decided = (aal: AalDecision['aal'], ...more: Reason[]): AalDecision => ({
    aal,
    phishingResistant,
    reasons: distinct([...reasons, ...more]),
  });

  if (proofs.some((proof) => bothFactors(proof) && proof.key && proof.deviceBound)) {
    return decided(3, met('B2', 'two-factors-with-device-bound-key'));
  }
  if (proofs.some(bothFactors)) {
    const syncable = proofs.some((proof) => bothFactors(proof) && proof.key);
    return decided(
      2,
      met('B1', 'two-factors'),
      unmet('B2', syncable ? 'key-is-syncable' : 'no-cryptographic-key'),
    );
  }
  const one = proofs.some(({ knows, has }) => knows || has);
  return decided(one ? 1 : 0, unmet('B1', one ? 'single-factor' : 'no-authenticator'));
}

const nothing = { knows: false, has: false, key: false, deviceBound: false } as const;

function proofOf(use: AuthenticatorUse): Proof {
  switch (use.method) {
    case 'password':
      return { ...nothing, knows: true, reason: met('B3', 'password') };
    case 'totp':
      return { ...nothing, has: true, reason: met('B7', 'one-time-code') };
    case 'recovery-code':
      // A look-up secret (section 3.1.2): held, and worth a second factor only beside the password (B15).
      return { ...nothing, has: true, reason: met('B15', 'recovery-code') };
    case 'text-code':
    case 'voice-code':
      return { ...nothing, has: true, reason: met('B6', 'restricted-phone-code') };
    case 'email-code':
      return { ...nothing, reason: unmet('B5', 'email-is-no-authenticator') };
    case 'passkey': {
      const verified = use.userVerified === true;
      return {
        knows: verified,
        has: true,
        key: true,
        deviceBound: use.backupEligible === false,
        reason: verified ? met('B10', 'user-verified') : unmet('B10', 'user-not-verified'),
      };
    }
  }
}

/** P5: what was used, in the words of RFC 8176, each once. Email adds nothing: it authenticates nobody (B5). */
export function amrOf(uses: readonly AuthenticatorUse[]): string[] {
  const words = uses.flatMap(wordsOf);
  if (decideAal(uses).aal >= 2) words.push('mfa');
  return [...new Set(words)];
}

function wordsOf(use: AuthenticatorUse): readonly string[] {
  switch (use.method) {
    case 'password':
      return ['pwd'];
    case 'totp':
    case 'recovery-code':
      return ['otp'];
    case 'text-code':
      return ['sms'];
    case 'voice-code':
      return ['tel'];
    case 'email-code':
      return [];
    case 'passkey':
      // `user`: every WebAuthn ceremony tests that somebody is present. `swk` where the key may be copied.
      return [use.backupEligible === false ? 'hwk' : 'swk', 'user'];
  }
}
