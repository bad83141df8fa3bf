/**
 * Every word a person reads, in each language.
 *
 * To add a journey, say `sign-in`, in the folder of its pages, `authentication`:
 *   1. write `en/authentication/sign-in.ts` exporting `signIn = { … }` (plain strings; functions where a value goes in, and
 *      `signIn = (brand: string) => ({ … })` where the name of the service does), and
 *      `es/authentication/sign-in.ts` exporting `signIn: typeof english` — a missing or extra key does not compile;
 *   2. import both below and add one line to `english` and one to `spanish`.
 * Pages then say `words(lang).signIn.title`.
 */
import type { Language } from '../../kernel/index.ts';
import { about as aboutEn } from './en/about.ts';
import { account as accountEn } from './en/account/index.ts';
import { recovery as recoveryEn } from './en/authentication/account-recovery.ts';
import { phones as phonesEn } from './en/authentication/phone.ts';
import { signIn as signInEn } from './en/authentication/sign-in.ts';
import { stepUp as stepUpEn } from './en/authentication/step-up.ts';
import { common as commonEn } from './en/common.ts';
import { consent as consentEn } from './en/federation.ts';
import { figures as figuresEn } from './en/figures.ts';
import { proofing as proofingEn } from './en/proofing/steps.ts';
import { about as aboutEs } from './es/about.ts';
import { account as accountEs } from './es/account/index.ts';
import { recovery as recoveryEs } from './es/authentication/account-recovery.ts';
import { phones as phonesEs } from './es/authentication/phone.ts';
import { signIn as signInEs } from './es/authentication/sign-in.ts';
import { stepUp as stepUpEs } from './es/authentication/step-up.ts';
import { common as commonEs } from './es/common.ts';
import { consent as consentEs } from './es/federation.ts';
import { figures as figuresEs } from './es/figures.ts';
import { proofing as proofingEs } from './es/proofing/steps.ts';

const english = (brand: string) => ({
  common: commonEn(brand),
  about: aboutEn(brand),
  consent: consentEn(brand),
  figures: figuresEn,
  phones: phonesEn,
  proofing: proofingEn(brand),
  recovery: recoveryEn(brand),
  signIn: signInEn(brand),
  stepUp: stepUpEn,
  account: accountEn(brand),
});

export type Words = ReturnType<typeof english>;

const spanish = (brand: string): Words => ({
  common: commonEs(brand),
  about: aboutEs(brand),
  consent: consentEs(brand),
  figures: figuresEs,
  phones: phonesEs,
  proofing: proofingEs(brand),
  recovery: recoveryEs(brand),
  signIn: signInEs(brand),
  stepUp: stepUpEs,
  account: accountEs(brand),
});

const dictionariesOf = (brand: string): Readonly<Record<Language, Words>> => ({
  en: english(brand),
  es: spanish(brand),
});

let dictionaries = dictionariesOf('Signet');

/**
 * What every word calls the service. Said once, where the process is put together: a deployment has one name. It is kept
 * here and not handed down: `words(lang)` stands in over a hundred files of pages and of their parts, and each would pass it on.
 */
export function speakOfService(brand: string): void {
  dictionaries = dictionariesOf(brand);
}

export const words = (lang: Language): Words => dictionaries[lang];

export type { Language as Lang } from '../../kernel/index.ts';
export {
  formatDate,
  formatDay,
  formatList,
  formatMoment,
  formatMoney,
  monthNames,
  showTimesIn,
} from './formats.ts';
export { languages, pickLang, spokenOf } from './pick-lang.ts';
