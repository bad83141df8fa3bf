export {
  type AccountNumbers,
  type Bank,
  type ReturnedDebit,
  type ReturnReason,
  returnReasons,
} from './bank.ts';
export { httpBank } from './providers/http-bank.ts';
