export { cropTurned, shrunk, type TurnedBox, toMat } from './crop.ts';
export { type KeepMat, type OpenCv, openCv, withMats, withMatsHeld } from './opencv.ts';
export {
  decodeColor,
  decodeLuminance,
  type ImageHeader,
  normalizeImage,
  type Pixels,
  readImageHeader,
} from './pixels.ts';
