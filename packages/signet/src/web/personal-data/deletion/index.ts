export { deleteAccountRoutes } from './delete-account-routes.tsx';
export { erasureReceiptRoutes } from './erasure-receipt-routes.tsx';
export { keepAccountRoutes } from './keep-account-routes.tsx';
