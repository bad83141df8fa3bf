import { describe, expect, it } from 'vitest';
import { originsOf } from './index.ts';

const agency = (...redirectUris: string[]) => ({ redirectUris });

describe('the origins of agencies', () => {
  it('are named once each, without the paths that people come back to', () => {
    const all = [
      agency('https://tax.example/back', 'https://tax.example/again'),
      agency('http://127.0.0.1:4100/back'),
    ];
    expect(originsOf({ all: () => all })).toEqual(['https://tax.example', 'http://127.0.0.1:4100']);
  });
});
