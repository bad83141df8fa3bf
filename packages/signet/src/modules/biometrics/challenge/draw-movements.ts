import { randomInt } from 'node:crypto';
import { type Movement, movements } from './movement.ts';

/**
 * Which movements one try asks for, in which order: drawn anew for each, and told one at a time, so that a recording made
 * before does not fit (A16). `without` are those that the person cannot do. Fewer come back where fewer are left.
 */
export function drawMovements(
  count: number,
  without: readonly Movement[] = [],
  draw: (below: number) => number = randomInt,
): readonly Movement[] {
  const left = movements.filter((movement) => !without.includes(movement));
  const drawn: Movement[] = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(draw(left.length), 1));
  return drawn;
}
