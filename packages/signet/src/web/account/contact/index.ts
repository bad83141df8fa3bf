export { addEmailRoutes } from './add-email-routes.tsx';
export { contactRoutes } from './contact-routes.tsx';
