export { childEnvironment } from './environment.ts';
export { databaseSetting, loadSettings } from './load-settings.ts';
export type { Settings } from './settings.ts';
