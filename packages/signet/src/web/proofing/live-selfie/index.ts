export { LiveSelfie } from './live-selfie.tsx';
export { liveSelfieRoutes } from './live-selfie-routes.ts';
