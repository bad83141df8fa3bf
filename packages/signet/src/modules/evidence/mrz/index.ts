export { isMadeUpState, isSameState, isState, statesNamedBy } from './issuing-states.ts';
export { linesToReadAgain, type MrzFormat, readMrz } from './mrz.ts';
export { type MrzProblem, type MrzReading, mrzProblems } from './mrz-reading.ts';
