export { passport } from './passport.ts';
