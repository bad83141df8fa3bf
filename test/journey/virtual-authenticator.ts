import type { Page } from 'playwright-core';

/** Gives the page's browser a passkey provider, as a phone or laptop has one: user verification, resident keys, PRF. */
export async function addAuthenticator(page: Page, options: { prf?: boolean } = {}): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: options.prf ?? true,
      automaticPresenceSimulation: true,
    },
  });
}
