export { passportCard } from './passport-card.ts';
