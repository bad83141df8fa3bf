import { asId, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { AgencySession, AgencySessions, JobQueue, SubjectWrapping } from './ports.ts';

/** One agency is to hear that one session there is over. */
export const tellOfEndJob = 'tell-agency-of-end';

export interface EndEverywhere {
  /**
   * Ends, with the transaction, all that agencies hold about the person, and has each told of its sessions (P4): by jobs,
   * so that a dead agency holds up neither the suspension nor the others, and hears once it is back.
   */
  end(tx: Tx, person: PersonId): Promise<void>;
  /** The same for what one agency holds. */
  endAt(tx: Tx, person: PersonId, agency: string): Promise<void>;
  /** The same for what agencies hold by these sessions of ours, by their `ref`s. */
  endOf(tx: Tx, person: PersonId, refs: readonly string[]): Promise<void>;
  /** The job. Throws when the agency did not take it: then it is tried again. */
  tell(job: Readonly<Record<string, string | number>>): Promise<void>;
}

export interface SignOutNeeds {
  readonly kms: SubjectWrapping;
  readonly jobs: JobQueue;
  readonly agencySessions: AgencySessions;
}

/**
 * Each session is told of by its own `sid`: a job that is tried again hours later does not end what the person began
 * meanwhile. The person's id is wrapped by the KMS in the job's row, since that row is in clear.
 */
export function endEverywhere({ kms, jobs, agencySessions }: SignOutNeeds): EndEverywhere {
  async function tellLater(tx: Tx, person: PersonId, ended: readonly AgencySession[]): Promise<void> {
    for (const { agency, sid } of ended) {
      const who = (await kms.wrap('federation', Buffer.from(person), contextOf(sid))).toString('base64url');
      await jobs.enqueue(tx, tellOfEndJob, { agency, sid, who }, { of: agency });
    }
  }

  return {
    end: async (tx, person) => tellLater(tx, person, await agencySessions.endOfPerson(tx, person)),
    endAt: async (tx, person, agency) =>
      tellLater(tx, person, await agencySessions.endAtAgency(tx, person, agency)),
    endOf: async (tx, person, refs) => tellLater(tx, person, await agencySessions.endOfSessions(tx, refs)),
    async tell(job) {
      const [agency, sid] = [String(job.agency), String(job.sid)];
      const who = await kms.unwrap('federation', Buffer.from(String(job.who), 'base64url'), contextOf(sid));
      await agencySessions.tell(asId<PersonId>(who.toString()), { agency, sid });
    },
  };
}

const contextOf = (sid: string): string => `${tellOfEndJob}:${sid}`;
