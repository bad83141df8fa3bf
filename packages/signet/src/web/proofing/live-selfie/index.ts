export { LiveSelfie } from './live-selfie.tsx';
export { beginLive, liveSelfieRoutes, lookAtFrame } from './live-selfie-routes.ts';
export { SandboxCamera } from './sandbox-camera.tsx';
