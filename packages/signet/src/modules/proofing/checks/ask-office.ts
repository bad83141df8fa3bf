import type { Result } from '../../../kernel/index.ts';
import type { Circuits, NotAnswered, OfficeName, RecordsUnavailable } from '../../records/index.ts';
import type { LiveCase } from '../cases/index.ts';

/**
 * How many unanswered questions of one case count against an office. There may be one question that it never answers, and
 * what keeps it from others is the silence that several cases meet.
 */
const countsAtMost = 2;

/** Every question of a check to an office goes through its circuit. */
export const askOffice = <Answer>(
  circuits: Pick<Circuits, 'ask'>,
  of: LiveCase,
  office: OfficeName,
  question: () => Promise<Result<Answer, RecordsUnavailable>>,
): Promise<Result<Answer, NotAnswered>> => circuits.ask(office, of.unanswered < countsAtMost, question);
