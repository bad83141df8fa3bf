export { auditPages, type PublishedLog } from './published-log-routes.ts';
