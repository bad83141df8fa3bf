export { childEnvironment } from './environment.ts';
export { loadSettings } from './load-settings.ts';
export { noteRunning, settingsOfRunning } from './running.ts';
export type { Settings } from './settings.ts';
