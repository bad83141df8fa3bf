export { confirmPhone } from './confirm-phone-code.ts';
export type { PhoneCodeError, PhoneError, TextError } from './errors.ts';
export { forgetPhoneCodes } from './forget-phone-codes.ts';
export type { HasPhone, LineTypeOf, PhoneCodeStore, TextCode } from './ports.ts';
export { type PhoneDigesting, postgresPhoneCodes } from './postgres-phone-codes.ts';
export { givePhone, resendPhoneCode, sayNoPhone } from './send-phone-code.ts';
export { phoneDefaults } from './settings.ts';
