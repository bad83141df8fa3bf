import { sendSignal } from '@simplewebauthn/browser';

type Signal = Parameters<typeof sendSignal>[0];

/** Tells the browser's passkey store which passkeys were removed or renamed here. Browsers without that interface lose nothing. */
export async function tellProviders(signal: Signal): Promise<void> {
  await sendSignal(signal).catch(() => undefined);
}

/**
 * `<signet-passkey-signals rp-id user-id credential-ids name>`: on the page of a person's ways to sign in, so that
 * providers offer the passkeys that are left, under the name that is right (WebAuthn Level 3, section 5.1.10).
 */
export class PasskeySignalsElement extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const rpID = this.getAttribute('rp-id') ?? '';
    const userID = this.getAttribute('user-id') ?? '';
    const allAcceptedCredentialIDs = (this.getAttribute('credential-ids') ?? '').split(' ').filter(Boolean);
    const userName = this.getAttribute('name') ?? '';
    await tellProviders({ signalName: 'allAcceptedCredentials', rpID, userID, allAcceptedCredentialIDs });
    await tellProviders({
      signalName: 'currentUserDetails',
      rpID,
      userID,
      userName,
      userDisplayName: userName,
    });
  }
}
