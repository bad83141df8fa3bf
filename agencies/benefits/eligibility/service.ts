import { z } from 'zod';
import { type Day, isDay, yearsAfter } from '../days/day.ts';

/** What a person says of their service: the first day and the last. Nobody checked it. */
export const serviceSchema = z.object({ began: z.string(), ended: z.string() });

export type Service = z.infer<typeof serviceSchema>;

/** Nobody serves younger. Made up, as the office is. */
const YOUNGEST = 17;

export const serviceProblems = ['no-day', 'too-young', 'backwards', 'not-over'] as const;

export interface ServiceProblem {
  readonly field: keyof Service;
  readonly why: (typeof serviceProblems)[number];
}

/** What is wrong with the two days as typed; nothing when they can be believed. */
export function checkService(
  { began, ended }: Service,
  birthDate: Day,
  today: Day,
): readonly ServiceProblem[] {
  const problems: ServiceProblem[] = [];
  if (!isDay(began)) problems.push({ field: 'began', why: 'no-day' });
  else if (began < yearsAfter(birthDate, YOUNGEST)) problems.push({ field: 'began', why: 'too-young' });
  if (!isDay(ended)) problems.push({ field: 'ended', why: 'no-day' });
  else if (ended > today) problems.push({ field: 'ended', why: 'not-over' });
  else if (isDay(began) && ended < began) problems.push({ field: 'ended', why: 'backwards' });
  return problems;
}
