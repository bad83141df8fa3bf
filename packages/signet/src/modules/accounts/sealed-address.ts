import type { PersonId } from '../../kernel/index.ts';

/** What an address is sealed for: it cannot be moved to another person. */
export const addressContext = (person: PersonId): string => `email-address:${person}`;
