import { type Clock, days, type Language, type Redacted, type Tx } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Notices } from '../notices/index.ts';
import type { ProofingNotice } from './cases/index.ts';
import type { Notices as ProofingNotices } from './ports.ts';

interface Told {
  readonly accounts: Pick<Accounts, 'get' | 'noticeAddresses'>;
  readonly notices: Pick<Notices, 'callBackLetters' | 'letter' | 'send' | 'text'>;
  readonly clock: Clock;
}

interface Deployment {
  readonly origin: string;
  /** How many days an agent may take. */
  readonly reviewDays: number;
  readonly mailsLetters: boolean;
  readonly canPrint: (line: string) => boolean;
}

interface Common {
  readonly to: Redacted<string>;
  readonly lang: Language;
}

type NewsOfCase = Exclude<ProofingNotice, { kind: 'identity-verified' | 'identity-proven-again' }>;

/** How long a text about a proofing is still worth delivering. */
const textIsNews = days(1);

/**
 * Sends a proofing's notices to every address on file (A14, B16), and that somebody was verified to their validated
 * phone too, in the person's language.
 */
export function tellOfProofing(
  { accounts, notices, clock }: Told,
  { origin, reviewDays, mailsLetters, canPrint }: Deployment,
): ProofingNotices {
  /** What is not about somebody who was verified. */
  async function tellOfCase(tx: Tx, common: Common, notice: NewsOfCase, at: Date): Promise<void> {
    const link = `${origin}/verify`;
    if (notice.kind === 'letter-not-mailed')
      return notices.send(tx, { ...common, template: notice.kind, values: { link } });
    if (notice.kind === 'letter-sent') {
      const { kind: template, until, leavesAt, arrivesBy } = notice;
      const values = { until, link, at: leavesAt, arrivesBy };
      return notices.send(tx, { ...common, template, values });
    }
    await notices.send(tx, {
      ...common,
      template: 'proofing-result',
      values: {
        outcome: outcomes[notice.kind],
        link: notice.recovers ? `${origin}/recover` : link,
        at,
        ...('reference' in notice ? { reference: notice.reference, days: reviewDays } : {}),
        ...(notice.recovers ? { recovers: true } : {}),
      },
    });
  }

  return {
    async send(tx, person, notice) {
      const account = await accounts.get(person);
      if (!account) return; // erased meanwhile: nobody is left to tell
      const at = clock.now();
      const disavows = { person, kind: 'identity', about: 'latest' } as const;
      const proven = notice.kind === 'identity-verified' || notice.kind === 'identity-proven-again';
      if (proven && notice.phone) {
        const until = new Date(at.getTime() + textIsNews);
        const values = { at: notice.at };
        const to = notice.phone;
        await notices.text(tx, {
          ...{ to, template: 'identity-verified', lang: account.language, values, until },
          disavows,
        });
      }
      for (const to of await accounts.noticeAddresses(person, tx)) {
        const common = { to, lang: account.language } as const;
        if (notice.kind === 'identity-verified' || notice.kind === 'identity-proven-again')
          await notices.send(tx, { ...common, template: notice.kind, values: { at: notice.at }, disavows });
        else await tellOfCase(tx, common, notice, at);
      }
    },

    async textCode(tx, person, { to, code, minutes, until }) {
      const account = await accounts.get(person);
      if (!account) return; // erased meanwhile: nobody is left to confirm anything
      const values = { code: code.reveal(), minutes };
      await notices.text(tx, { to, template: 'phone-code', lang: account.language, values, until });
    },

    canPrint,
    callBackLetters: (tx, cases) => notices.callBackLetters(tx, cases),

    ...(mailsLetters && {
      async mailLetter(tx, person, { about, to, code, until, leavesAt }) {
        const account = await accounts.get(person);
        if (!account) return; // erased meanwhile: nobody is left to write to
        const values = { until, link: `${origin}/verify` };
        const { language: lang } = account;
        await notices.letter(tx, { to, code, about, leavesAt, template: 'mailed-code', lang, values });
      },
    }),
  };
}

const outcomes = {
  'proofing-waits': 'waits',
  'proofing-decided': 'decided',
  'proofing-needs-person': 'needs-person',
} as const;
