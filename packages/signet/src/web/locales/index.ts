/**
 * Every word a person reads, in each language.
 *
 * To add a journey, say `sign-in`:
 *   1. write `en/sign-in.ts` exporting `signIn = { … }` (plain strings; functions where a value goes in), and
 *      `es/sign-in.ts` exporting `signIn: typeof english` — a missing or extra key does not compile;
 *   2. import both below and add one line to `english` and one to `spanish`.
 * Pages then say `words(lang).signIn.title`.
 */
import { account as accountEn } from './en/about.ts';
import { yourAccount as yourAccountEn } from './en/account/index.ts';
import { recovery as recoveryEn } from './en/authentication/account-recovery.ts';
import { phones as phonesEn } from './en/authentication/phone.ts';
import { signIn as signInEn } from './en/authentication/sign-in.ts';
import { stepUp as stepUpEn } from './en/authentication/step-up.ts';
import { common as commonEn } from './en/common.ts';
import { consent as consentEn } from './en/federation.ts';
import { proofing as proofingEn } from './en/proofing/steps.ts';
import { account as accountEs } from './es/about.ts';
import { yourAccount as yourAccountEs } from './es/account/index.ts';
import { recovery as recoveryEs } from './es/authentication/account-recovery.ts';
import { phones as phonesEs } from './es/authentication/phone.ts';
import { signIn as signInEs } from './es/authentication/sign-in.ts';
import { stepUp as stepUpEs } from './es/authentication/step-up.ts';
import { common as commonEs } from './es/common.ts';
import { consent as consentEs } from './es/federation.ts';
import { proofing as proofingEs } from './es/proofing/steps.ts';
import type { Lang } from './lang.ts';

const english = {
  common: commonEn,
  account: accountEn,
  consent: consentEn,
  phones: phonesEn,
  proofing: proofingEn,
  recovery: recoveryEn,
  signIn: signInEn,
  stepUp: stepUpEn,
  yourAccount: yourAccountEn,
};

export type Words = typeof english;

const spanish: Words = {
  common: commonEs,
  account: accountEs,
  consent: consentEs,
  phones: phonesEs,
  proofing: proofingEs,
  recovery: recoveryEs,
  signIn: signInEs,
  stepUp: stepUpEs,
  yourAccount: yourAccountEs,
};

const dictionaries: Readonly<Record<Lang, Words>> = { en: english, es: spanish };

export const words = (lang: Lang): Words => dictionaries[lang];

export { formatDay, formatList, formatMoment, formatMoney, monthNames } from './formats.ts';
export type { Lang } from './lang.ts';
export { languages, pickLang, spokenOf } from './pick-lang.ts';
