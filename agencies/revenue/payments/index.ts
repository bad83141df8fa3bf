export { drawPayments, recordReturnedPayments } from './draw-payments.ts';
export { type Balances, owedBalances, yearsNotProcessed } from './owed-balances.ts';
export type { Payment, PaymentState } from './payment.ts';
export { paymentRoutes } from './payment-routes.tsx';
export { createPayments, type Payments } from './payments.ts';
export { isOnItsWay, PaymentList, whatFor } from './payments-page.tsx';
export { postgresPayments, type StoredPayment } from './postgres-payments.ts';
