export { childEnvironment } from './environment.ts';
export { databaseSetting, loadSettings } from './load-settings.ts';
export { readSettingFile } from './setting-file.ts';
export type { Settings } from './settings.ts';
