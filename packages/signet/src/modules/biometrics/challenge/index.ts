export { drawMovements } from './draw-movements.ts';
export { judgeMovement, looksStraight } from './judge-movement.ts';
export { type Movement, movements } from './movement.ts';
