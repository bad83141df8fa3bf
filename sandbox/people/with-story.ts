import type { Outcome, SandboxPerson } from './person.ts';
import { stories } from './stories.ts';

type Facts = Omit<SandboxPerson, 'document' | 'outcome' | 'story' | 'email'> &
  Partial<Pick<SandboxPerson, 'document' | 'email' | 'story'>>;

/** One person: a license and the obvious address unless their facts say otherwise, and the story of their outcome. */
export function person(outcome: Outcome, facts: Facts): SandboxPerson {
  const { document = 'license', email = `${facts.id.replaceAll('-', '.')}@people.example`, ...rest } = facts;
  return { story: stories[outcome], ...rest, document, email, outcome };
}
