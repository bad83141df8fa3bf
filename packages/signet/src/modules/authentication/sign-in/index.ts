export type { AnswerAlong } from './answer-along.ts';
export { createSignIn, type SignIn } from './create-sign-in.ts';
export type { FinishByMailbox } from './finish-by-mailbox.ts';
export type { NextStep } from './next-step.ts';
export { createNotifyOfNewCountry } from './notify-of-new-country.ts';
export type { AcceptedAuthentication, SignInAs } from './sign-in-as.ts';
