export { addPhoneRoutes } from './add-phone-routes.tsx';
export { PhoneChangedPage, PhoneCodePage } from './phone-code-page.tsx';
export { SendToPhones } from './send-to-phones.tsx';
