import { describe, expect, it } from 'vitest';
import { choosePortrait, chooseSelfieFace } from './choose-face.ts';
import type { FoundFace } from './face.ts';

const face = (width: number): FoundFace => ({ x: 0, y: 0, width, height: width * 1.2, confidence: 0.99 });

describe('the portrait on a document', () => {
  it('is the largest face, and a ghost image under a third of its width is not a second person', () => {
    expect(choosePortrait([face(60), face(200)])).toEqual({ ok: true, value: face(200) });
  });

  it('attack: a second portrait laid beside the first is refused, not chosen from', () => {
    expect(choosePortrait([face(200), face(190)])).toEqual({ ok: false, error: 'several-faces' });
  });

  it('needs 100 px of face width', () => {
    expect(choosePortrait([face(100)]).ok).toBe(true);
    expect(choosePortrait([face(99.9)])).toEqual({ ok: false, error: 'face-too-small' });
    expect(choosePortrait([])).toEqual({ ok: false, error: 'no-face' });
  });
});

describe('the face in a selfie', () => {
  it('is alone but for much smaller ones behind it', () => {
    expect(chooseSelfieFace([face(79), face(200)])).toEqual({ ok: true, value: face(200) });
    expect(chooseSelfieFace([face(80), face(200)])).toEqual({ ok: false, error: 'several-faces' });
  });

  it('is counted before it is measured: two small faces are two people', () => {
    expect(chooseSelfieFace([face(50), face(50)])).toEqual({ ok: false, error: 'several-faces' });
    expect(chooseSelfieFace([face(50)])).toEqual({ ok: false, error: 'face-too-small' });
  });
});
