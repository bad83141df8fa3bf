export { type Clock, clockIn, defaultTimeZone } from './clock.ts';
