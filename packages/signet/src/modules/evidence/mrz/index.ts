export { isMadeUpState, isSameState, isState, statesNamedBy } from './issuing-states.ts';
export { type MrzFormat, readMrz } from './mrz.ts';
export { type MrzProblem, type MrzReading, mrzProblems } from './mrz-reading.ts';
