import type { Notices as ProofingNotices } from '../modules/proofing/index.ts';
import type { Modules } from './modules.ts';

/** Sends a proofing's notices to every address on file (A14, B16), in the person's language. */
export function tellOfProofing(
  { accounts, notices, clock }: Pick<Modules, 'accounts' | 'notices' | 'clock'>,
  origin: string,
): ProofingNotices {
  return {
    async send(tx, person, notice) {
      const account = await accounts.get(person);
      if (!account) return; // erased meanwhile: nobody is left to tell
      const at = clock.now();
      for (const to of await accounts.noticeAddresses(person)) {
        const common = { to, lang: account.language } as const;
        if (notice.kind === 'identity-verified') {
          await notices.send(tx, { ...common, template: 'identity-verified', values: { at: notice.at } });
          continue;
        }
        await notices.send(tx, {
          ...common,
          template: 'proofing-result',
          values: {
            outcome: outcomes[notice.kind],
            link: `${origin}/verify`,
            at,
            ...('reference' in notice ? { reference: notice.reference } : {}),
          },
        });
      }
    },
  };
}

const outcomes = {
  'proofing-waits': 'waits',
  'proofing-decided': 'decided',
  'proofing-needs-person': 'needs-person',
} as const;
