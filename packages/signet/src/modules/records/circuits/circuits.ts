import { type Clock, err, type Result, type Transact } from '../../../kernel/index.ts';
import type { RecordsUnavailable } from '../ports.ts';
import { type Circuit, closed, isDue, type OfficeName, withoutAnswer, withTry } from './circuit.ts';
import type { CircuitStore } from './ports.ts';

/** There is no answer, which is nobody's fault but the office's, or ours. */
export interface NotAnswered {
  readonly office: OfficeName;
  /** `refused`: it does not accept the question as we wrote it, or our key. */
  readonly why: 'silent' | 'refused';
  /** False where nobody was asked: the office has been silent, and is tried again later. */
  readonly asked: boolean;
  /** Nobody asks it before. */
  readonly notBefore?: Date;
}

/** Hears once of each opening and closing, in whichever process it happens. */
export interface OnCircuit {
  opened(office: OfficeName, nextTryAt: Date): void;
  closed(office: OfficeName, since: Date): void;
}

/**
 * A circuit for each office. One that does not answer is not asked by every case that waits for it, in every process, but by
 * one question at a time, further and further apart; the first answer closes the circuit. The state is the database's: a
 * worker meets the silence, and another process shows it to people.
 */
export interface Circuits {
  /**
   * Asks, unless the office is known to be silent. `counts`: false where this question was left unanswered before, so that
   * one that an office never answers does not shut it off from everybody else.
   */
  ask<Answer>(
    office: OfficeName,
    counts: boolean,
    question: () => Promise<Result<Answer, RecordsUnavailable>>,
  ): Promise<Result<Answer, NotAnswered>>;
  /**
   * Asks for a page that waits. Its silence counts for nothing, since it has less patience than a job; but where an open
   * circuit is due for its try, it is one: no case may be waiting, and an office that answers again would never be asked (B6).
   */
  askForPage<Answer>(
    office: OfficeName,
    question: () => Promise<Result<Answer, RecordsUnavailable>>,
  ): Promise<Result<Answer, RecordsUnavailable>>;
}

interface CircuitsNeeds {
  readonly clock: Clock;
  readonly transact: Transact;
  readonly store: CircuitStore;
  readonly on: OnCircuit;
}

export function createCircuits(needs: CircuitsNeeds): Circuits {
  const { store } = needs;
  return {
    async ask(office, counts, question) {
      const turn = await turnAt(needs, office);
      if (turn instanceof Date) return err({ office, why: 'silent', asked: false, notBefore: turn });
      const answer = await question();
      if (answer.ok) {
        await heardFrom(needs, office);
        return answer;
      }
      const asked = { office, asked: true } as const;
      if (answer.error === 'refused') {
        await heardFrom(needs, office); // it is there: the fault is ours
        return err({ ...asked, why: 'refused' });
      }
      const wasTry = turn === 'try';
      const after = counts || wasTry ? await heardNothing(needs, office, wasTry) : await store.of(office);
      return err({ ...asked, why: 'silent', ...(after.open && { notBefore: after.open.nextTryAt }) });
    },

    async askForPage(office, question) {
      const turn = await turnAt(needs, office);
      if (turn instanceof Date) return err('unavailable');
      const answer = await question();
      const isThere = answer.ok || answer.error === 'refused';
      if (turn === 'try' && isThere) await heardFrom(needs, office);
      return answer;
    },
  };
}

/** Whether to ask now, as the one try of an open circuit; or when to come again. */
async function turnAt(needs: CircuitsNeeds, office: OfficeName): Promise<'ask' | 'try' | Date> {
  const { clock, store } = needs;
  const seen = await store.of(office);
  if (!seen.open) return 'ask';
  if (!isDue(seen, clock.now())) return seen.open.nextTryAt;
  const [before, after] = await change(needs, office, (circuit) => withTry(circuit, clock.now()));
  if (!before.open) return 'ask';
  return before === after ? before.open.nextTryAt : 'try';
}

async function heardFrom(needs: CircuitsNeeds, office: OfficeName): Promise<void> {
  const seen = await needs.store.of(office);
  if (seen.unanswered === 0) return; // most often: nothing is written
  const [before] = await change(needs, office, () => closed);
  if (before.open) needs.on.closed(office, before.open.since);
}

async function heardNothing(needs: CircuitsNeeds, office: OfficeName, wasTry: boolean): Promise<Circuit> {
  const [before, after] = await change(needs, office, (circuit) =>
    withoutAnswer(circuit, needs.clock.now(), wasTry),
  );
  if (!before.open && after.open) needs.on.opened(office, after.open.nextTryAt);
  return after;
}

/** As it was and as it is: of two processes at once, the second changes what the first left. */
const change = (
  { store, transact }: CircuitsNeeds,
  office: OfficeName,
  to: (circuit: Circuit) => Circuit,
): Promise<readonly [Circuit, Circuit]> =>
  transact(async (tx) => {
    const before = await store.lock(tx, office);
    const after = to(before);
    if (after !== before) await store.keep(tx, office, after);
    return [before, after];
  });
