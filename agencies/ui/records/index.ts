export { openRecord, type RecordKeys, sealRecord } from './sealed-record.ts';
