import { attribute } from './attribute.ts';

export const email = attribute({
  heldIn: 'email',
  scopes: ['email'],
  claims: ['email', 'email_verified'],
  verified: false,
  ownAgreement: false,
  title: { en: 'Your email address', es: 'Su correo electrónico' },
  // an account has no address that was not confirmed
  release: ({ address }) => ({ email: address, email_verified: true }),
  shown: ({ address, masked }) => ({ full: address, masked }),
});
