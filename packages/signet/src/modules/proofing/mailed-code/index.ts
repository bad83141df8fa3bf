export { confirmMailedCode } from './confirm-code.ts';
export type { LetterError, MailedCodeError } from './errors.ts';
export { letterNotMailed, type WhyNotMailed } from './letter-not-mailed.ts';
export { mailCode, mailCodeAgain } from './mail-code.ts';
export { lacksMailedCode } from './mailed-code.ts';
export type { MailLetter } from './ports.ts';
export { mailedCodeDefaults } from './settings.ts';
