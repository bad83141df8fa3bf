export { sandboxPeople } from './people/people.ts';
export type { Outcome, SandboxPerson } from './people/person.ts';
export { startSandbox } from './server.ts';
