import { type OpenCv, withMats } from './opencv.ts';
import type { Pixels } from './pixels.ts';

/** A turned rectangle of an image: `angle` degrees clockwise on the screen, sizes in the image's pixels. */
export interface TurnedBox {
  readonly angle: number;
  readonly center: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** The image in OpenCV's own memory: the caller frees it. */
export function toMat(cv: OpenCv, { data, width, height, channels }: Pixels) {
  const mat = new cv.Mat(height, width, channels === 1 ? cv.CV_8UC1 : cv.CV_8UC3);
  mat.data.set(data);
  return mat;
}

/** Cuts a turned rectangle out of an image, upright, `width` pixels wide; white where it leaves the image. */
export function cropTurned(cv: OpenCv, image: Pixels, box: TurnedBox, width: number): Pixels {
  const scale = width / box.width;
  const height = Math.max(1, Math.round(box.height * scale));
  const [cos, sin] = [Math.cos((box.angle * Math.PI) / 180), Math.sin((box.angle * Math.PI) / 180)];
  const toX = width / 2 - scale * (cos * box.center.x + sin * box.center.y);
  const toY = height / 2 - scale * (-sin * box.center.x + cos * box.center.y);
  return withMats((keep) => {
    const source = keep(toMat(cv, image));
    const matrix = keep(
      cv.matFromArray(2, 3, cv.CV_64F, [scale * cos, scale * sin, toX, -scale * sin, scale * cos, toY]),
    );
    const target = keep(new cv.Mat());
    const white = new cv.Scalar(255, 255, 255, 255);
    const method = scale < 0.7 ? cv.INTER_AREA : cv.INTER_CUBIC;
    cv.warpAffine(source, target, matrix, new cv.Size(width, height), method, cv.BORDER_CONSTANT, white);
    return { data: Buffer.from(target.data), width, height, channels: image.channels };
  });
}
