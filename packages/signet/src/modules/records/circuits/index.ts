export { circuitSettings, type OfficeName } from './circuit.ts';
export { type Circuits, createCircuits, type NotAnswered } from './circuits.ts';
export { postgresCircuits } from './postgres-circuits.ts';
