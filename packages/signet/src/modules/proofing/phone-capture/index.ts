export { createPhoneCapture } from './create-phone-capture.ts';
export { endWithLastPhoto } from './end-with-last-photo.ts';
export { forgetPhoneLinks } from './forget-phone-links.ts';
export { matchingWordCount } from './matching-words.ts';
export type { AtPhone, PhoneCapture, PhoneLinkView, PhoneTokens } from './phone-capture.ts';
export type { IsSignedIn, PhoneLinkStore } from './ports.ts';
export { type LinkCodeDigesting, postgresPhoneLinks } from './postgres-phone-links.ts';
export { phoneCaptureDefaults } from './settings.ts';
export type { LinkOver, StandingAtPhone } from './standing.ts';
