import type { Mat } from '@techstark/opencv-js';
import { cropTurned, type OpenCv, type TurnedBox, withMats } from '../image/index.ts';
import { asPlanes, type NetworkOutput, type OcrModels } from './ocr-models.ts';
import { textDetection } from './settings.ts';

/** ImageNet's mean and deviation, with which the detection network was trained. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/**
 * Boxes around lines of text, in the image's pixels, unordered. PP-OCRv4 detection gives each pixel's probability of
 * lying inside the shrunken core of a line (differentiable binarization, Liao et al. 2020); its regions are found,
 * scored and grown back to whole lines.
 */
export async function detectText(cv: OpenCv, models: OcrModels, image: Mat): Promise<TurnedBox[]> {
  const size = networkSize(image);
  const whole = {
    angle: 0,
    center: { x: image.cols / 2, y: image.rows / 2 },
    width: image.cols,
    height: (image.cols * size.height) / size.width,
  };
  const scale = image.cols / size.width;
  const map = await models.detect(asPlanes(cropTurned(cv, image, whole, size.width), MEAN, DEVIATION));
  return regions(cv, map).map(({ angle, center, width, height }) => ({
    angle,
    center: { x: center.x * scale, y: center.y * scale },
    width: width * scale,
    height: height * scale,
  }));
}

/** The network halves its input five times: sides are multiples of 32. */
function networkSize({ cols, rows }: Mat): { width: number; height: number } {
  const scale = textDetection.longSide / Math.max(cols, rows);
  const fitting = (side: number) => Math.max(32, Math.ceil((side * scale) / 32) * 32);
  return { width: fitting(cols), height: fitting(rows) };
}

function regions(cv: OpenCv, { data, dims }: NetworkOutput): TurnedBox[] {
  const [height = 0, width = 0] = dims.slice(2);
  return withMats((keep) => {
    const likely = keep(new cv.Mat(height, width, cv.CV_8UC1));
    const cores = likely.data as Uint8Array;
    for (let at = 0; at < data.length; at++) cores[at] = (data[at] ?? 0) > textDetection.core ? 255 : 0;
    const contours = keep(new cv.MatVector());
    const hierarchy = keep(new cv.Mat());
    cv.findContours(likely, contours, hierarchy, cv.RETR_EXTERNAL, cv.CHAIN_APPROX_SIMPLE);
    const boxes: TurnedBox[] = [];
    for (let index = 0; index < hierarchy.cols; index++) {
      const box = upright(cv, keep(contours.get(index)));
      if (Math.min(box.width, box.height) < textDetection.leastCore) continue;
      if (meanInside(data, width, height, box) < textDetection.confident) continue;
      boxes.push(grown(box));
    }
    return boxes;
  });
}

/** The tightest turned rectangle, its angle between -45 and 45 degrees so that `width` runs along level text. */
function upright(cv: OpenCv, contour: Mat): TurnedBox {
  const { angle, center, size } = cv.minAreaRect(contour);
  return angle > 45
    ? { angle: angle - 90, center: center, width: size.height, height: size.width }
    : { angle, center: center, width: size.width, height: size.height };
}

function meanInside(data: Float32Array, width: number, height: number, box: TurnedBox): number {
  const [cos, sin] = [Math.cos((box.angle * Math.PI) / 180), Math.sin((box.angle * Math.PI) / 180)];
  let [sum, count] = [0, 0];
  for (let v = -box.height / 2; v <= box.height / 2; v++)
    for (let u = -box.width / 2; u <= box.width / 2; u++) {
      const x = Math.round(box.center.x + u * cos - v * sin);
      const y = Math.round(box.center.y + u * sin + v * cos);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      sum += data[y * width + x] ?? 0;
      count++;
    }
  return count === 0 ? 0 : sum / count;
}

/** Grows a core to its line: the training shrank lines by an offset of area over perimeter. */
function grown(box: TurnedBox): TurnedBox {
  const offset = (box.width * box.height * textDetection.unclip) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * offset, height: box.height + 2 * offset };
}
