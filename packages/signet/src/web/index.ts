export { createPages, type Pages } from './create-pages.ts';
