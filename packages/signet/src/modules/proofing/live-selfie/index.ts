export {
  addFrame,
  type FrameAnswer,
  type FrameCamera,
  type FrameError,
  type FrameIntake,
  type FrameSender,
} from './add-frame.ts';
export { type BeginError, beginLiveSelfie } from './begin-live-selfie.ts';
export { SentFrames } from './camera-signals.ts';
export { checkLiveSelfie, showsMovements } from './check-live-selfie.ts';
export { frameLimits } from './limits.ts';
export type { LiveStep } from './live-step.ts';
export { liveSelfieDefaults } from './settings.ts';
