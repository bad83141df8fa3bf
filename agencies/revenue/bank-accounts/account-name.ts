import { type Lang, words } from '../locales/index.ts';
import { maskAccountNumber } from '../records/taxpayers/masking.ts';
import type { BankAccount } from './bank-account.ts';

export const accountName = (lang: Lang, { bankName, lastFour }: BankAccount): string =>
  words(lang).payments.form.accountOf(bankName, maskAccountNumber(`0000${lastFour}`));
