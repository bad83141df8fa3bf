export { childEnvironment } from './environment.ts';
export { loadSettings } from './load-settings.ts';
export type { Settings } from './settings.ts';
