import type { Algorithm } from '../assurance/index.ts';
import { pinnedModels } from './providers/face-models.ts';
import { coveredEyes, faceSettings, movementSettings, similaritySettings } from './settings.ts';

const sha256Of = (...names: readonly (keyof ReturnType<typeof pinnedModels>)[]) => {
  const pins = pinnedModels();
  return Object.fromEntries(names.map((name) => [name, pins[name].sha256]));
};

/** Two pictures, one face? */
export const faceAlgorithm = (): Algorithm => ({
  models: sha256Of('detect', 'landmark', 'feature'),
  settings: { ...similaritySettings, ...faceSettings },
});

/** A living face that moves as it was asked to? */
export const movementAlgorithm = (): Algorithm => ({
  models: sha256Of('detect', 'landmark', 'feature'),
  settings: { ...similaritySettings, ...faceSettings, ...movementSettings, coveredEyes },
});
