export { postgresQuotas, type QuotaStore } from './postgres-quotas.ts';
export { createQuotas, type QuotaKeys, type Quotas, type Use } from './quotas.ts';
export { type Counter, countIn } from './sliding-window.ts';
