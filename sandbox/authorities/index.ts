export { motorVehicles } from './motor-vehicles.ts';
export { passportOffice } from './passport-office.ts';
export { keepPassport, passportOf, passportTable } from './passports.ts';
export {
  findPhoneAccount,
  keepPhoneAccount,
  orderlyPhoneAccount,
  type PhoneAccount,
  phoneAccountTable,
} from './phone-accounts.ts';
export { phoneCarrier } from './phone-carrier.ts';
export { keepRecords, orderlyRecords, recordsOf, recordTables } from './records.ts';
export { socialSecurity } from './social-security.ts';
