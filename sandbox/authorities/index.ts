export { motorVehicles } from './motor-vehicles.ts';
export { keepRecords, orderlyRecords, recordsOf, recordTables } from './records.ts';
export { socialSecurity } from './social-security.ts';
