export { postgresQuotas, type QuotaStore } from './postgres-quotas.ts';
export { createQuotas, type QuotaKeys, type Quotas } from './quotas.ts';
export { countAndRecognizeIn, countIn } from './sliding-window.ts';
