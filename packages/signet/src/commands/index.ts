import type { ListedCommand } from './command.ts';

export { CommandFailure, type Openings } from './command.ts';
export { runCommand } from './run-command.ts';

/** Every command of the server, by its name: `node main.js NAME …`. */
export const commands: Readonly<Record<string, ListedCommand>> = {
  check: {
    summary: 'checks what a start checks, and changes nothing',
    load: async () => (await import('./schema.ts')).check,
  },
  migrate: {
    summary: 'checks, then brings the database schema forward',
    load: async () => (await import('./schema.ts')).migrate,
  },
  key: {
    summary: 'makes the root key, once in the life of a deployment',
    load: async () => (await import('./key.ts')).key,
  },
  audit: {
    summary: 'reads the audit log and verifies it',
    load: async () => (await import('./audit.ts')).audit,
  },
  review: {
    summary: 'lists and settles cases that need a person',
    load: async () => (await import('./review.ts')).review,
  },
  scoreboard: {
    summary: 'tells how often people pass, by way, step, language and device',
    load: async () => (await import('./scoreboard.ts')).scoreboard,
  },
  fraud: {
    summary: 'shows the fraud policy, and what another one would have done',
    load: async () => (await import('./fraud.ts')).fraud,
  },
  erasures: {
    summary: 'makes erasures again after a backup was put back',
    load: async () => (await import('./erasures.ts')).erasures,
  },
  evaluate: {
    summary: 'measures error rates of the automated checks and signs the report',
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  recovery: {
    summary: 'lists and settles cases of people who lost every way in',
    load: async () => (await import('./recovery.ts')).recovery,
  },
};
