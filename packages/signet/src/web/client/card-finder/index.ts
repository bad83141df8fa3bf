export type { CardQuestion } from './card-worker.ts';
export type { Shape } from './find-card.ts';
export type { CardLook } from './look-at-card.ts';
export { type Advice, Shutter } from './shutter.ts';
