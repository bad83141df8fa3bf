export { findZone, type Zone } from './find-zone.ts';
export { readZone } from './read-zone.ts';
