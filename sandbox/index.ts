export { sandboxPeople } from './people.ts';
export type { Outcome, SandboxPerson } from './person.ts';
export { startSandbox } from './server.ts';
