export { createPhone } from './create-phone.ts';
export { createPhoneDescriptions } from './describe-phones.ts';
export type * from './outcomes.ts';
export type { Phone, PhoneCodeUnderWay } from './phone.ts';
export { phoneKeys } from './phone-code.ts';
export { openNumber } from './phone-number-seal.ts';
export type { PhoneKeys, PhoneSettings } from './ports.ts';
export { postgresPhones } from './postgres-phones.ts';
export type { JudgePhoneCode } from './verify-phone-code.ts';
