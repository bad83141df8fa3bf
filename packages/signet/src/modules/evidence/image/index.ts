export { cropTurned, type TurnedBox, toMat } from './crop.ts';
export { type OpenCv, openCv, withMats } from './opencv.ts';
export {
  decodeColor,
  decodeLuminance,
  type ImageHeader,
  normalizeImage,
  type Pixels,
  readImageHeader,
} from './pixels.ts';
