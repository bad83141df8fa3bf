export { clearingHouse, debitTable } from './clearing-house.ts';
