import { describe, expect, it } from 'vitest';
import { drawMovements, movements } from './index.ts';

describe('the movements of one try', () => {
  it('are of different kinds, in every order', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 2000; i += 1) {
      const drawn = drawMovements(3);
      expect(new Set(drawn).size).toBe(3);
      seen.add(drawn.join(' '));
    }
    expect(seen.size).toBe(24);
  });

  it('leave out what the person cannot do', () => {
    for (let i = 0; i < 200; i += 1) expect(drawMovements(3, ['chin-down'])).not.toContain('chin-down');
    expect(drawMovements(3, movements)).toEqual([]);
  });

  it('come from the draw that is given', () => {
    expect(drawMovements(2, [], () => 0)).toEqual(['turn-left', 'turn-right']);
  });
});
