export { type Figures, type FiguresLine, type FigureTable, figuresOf, figureTables } from './figures.ts';
export {
  passagesBetween,
  type SeenFrom,
  stepOf,
} from './passage.ts';
export type { PassageStore } from './ports.ts';
export { postgresPassages } from './postgres-passages.ts';
export { lastDays, wholeWeeks } from './window.ts';
