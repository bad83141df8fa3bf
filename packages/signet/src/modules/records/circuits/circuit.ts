import { minutes, seconds } from '../../../kernel/index.ts';
import type { RecordAuthorities } from '../ports.ts';

/** An office that keeps records, by the name that a kind of evidence knows it by. */
export type OfficeName = keyof RecordAuthorities;

/** How one office has been answering. Closed: it is asked. Open: nobody asks it before `nextTryAt`, and then one question does. */
export interface Circuit {
  /** Questions in a row without an answer. */
  readonly unanswered: number;
  readonly open?: { readonly since: Date; readonly nextTryAt: Date };
}

export const closed: Circuit = { unanswered: 0 };

/** Counted in questions: a machine that is busy or stands still opens nothing. */
export const circuitSettings = {
  /** Unanswered questions in a row that open the circuit. */
  opensAfter: 5,
  /** Until the next try of an open circuit, by how many tries failed; then the last, for ever. */
  tryAgainAfter: [seconds(30), minutes(1), minutes(2), minutes(5), minutes(15)] as readonly number[],
  /** A try is given up for lost with its worker after so long: longer than an office is waited for. */
  tryTakes: seconds(30),
};

export const isDue = ({ open }: Circuit, now: Date): boolean => open !== undefined && open.nextTryAt <= now;

/** The one question that may be asked takes its turn; the others wait for what comes of it. */
export const withTry = (circuit: Circuit, now: Date): Circuit =>
  circuit.open && isDue(circuit, now)
    ? { ...circuit, open: { ...circuit.open, nextTryAt: after(now, circuitSettings.tryTakes) } }
    : circuit;

/** One more question without an answer. What was asked before the circuit opened, and ends now, changes nothing. */
export function withoutAnswer(circuit: Circuit, now: Date, wasTry: boolean): Circuit {
  if (circuit.open && !wasTry) return circuit;
  const unanswered = circuit.unanswered + 1;
  if (unanswered < circuitSettings.opensAfter) return { unanswered };
  const { tryAgainAfter, opensAfter } = circuitSettings;
  const wait = tryAgainAfter[unanswered - opensAfter] ?? tryAgainAfter.at(-1) ?? 0;
  return { unanswered, open: { since: circuit.open?.since ?? now, nextTryAt: after(now, wait) } };
}

const after = (now: Date, wait: number): Date => new Date(now.getTime() + wait);
