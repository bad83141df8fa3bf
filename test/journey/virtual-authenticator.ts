import type { Page } from 'playwright-core';

/** A passkey provider in the page's browser: as a phone or laptop has one inside, or a key to plug in. */
export interface VirtualAuthenticator {
  /** Whether somebody touches it when asked. Off, a request in the background (autofill) waits, as it does for people. */
  touch(on: boolean): Promise<void>;
}

export async function addAuthenticator(
  page: Page,
  options: { prf?: boolean; plugged?: boolean; verifies?: boolean; synced?: boolean } = {},
): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: options.plugged ? 'usb' : 'internal',
      hasResidentKey: true,
      hasUserVerification: options.verifies ?? true,
      isUserVerified: options.verifies ?? true,
      hasPrf: options.prf ?? true,
      defaultBackupEligibility: options.synced ?? false,
      defaultBackupState: options.synced ?? false,
      automaticPresenceSimulation: false,
    },
  });
  return {
    async touch(enabled) {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}
