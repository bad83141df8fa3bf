export { stateId } from './state-id.ts';
