export { type MrzFormat, readMrz } from './mrz.ts';
export { type MrzProblem, type MrzReading, mrzProblems } from './mrz-reading.ts';
