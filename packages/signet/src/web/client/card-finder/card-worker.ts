/** Runs beside the page, so that looking for a card never holds up its buttons. Bundled and loaded by itself. */
import type { Shape } from './find-card.ts';
import type { Frame } from './frame.ts';
import { lookAtCard } from './look-at-card.ts';

export interface CardQuestion {
  readonly frame: Frame;
  readonly shape: Shape;
}

addEventListener('message', ({ data: { frame, shape } }: MessageEvent<CardQuestion>) => {
  postMessage(lookAtCard(frame, shape));
});
