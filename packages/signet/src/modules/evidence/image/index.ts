export { cropTurned, shrunk, type TurnedBox, toMat, toPixels } from './crop.ts';
export { type KeepMat, type OpenCv, openCv, withMats, withMatsHeld } from './opencv.ts';
export {
  decodeColor,
  type ImageHeader,
  luminanceOf,
  normalizeImage,
  type Pixels,
  readImageHeader,
} from './pixels.ts';
