export { type Fact, Facts } from './facts.tsx';
export type { Frame } from './frame.ts';
export { type MessagePages, type MessageWords, messagePages, type SignedOut } from './message-pages.tsx';
export { SessionClock } from './session-clock.tsx';
export { SignOutButton } from './sign-out-button.tsx';
