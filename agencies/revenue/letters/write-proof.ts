import { err, ok, type Result } from '@signet/relying-party';
import type { Day } from '../amounts-and-dates/day.ts';
import { balanceOf, isProcessed, type TaxYearAccount } from '../records/accounts/account.ts';
import type { ProofKind } from '../records/letters/letter.ts';
import type { Mask, TranscriptSource } from '../transcripts/index.ts';
import type { Proof, Statement } from './proof.ts';

/** Why there is none: shown to the person. */
export type NoProof = 'no-return' | 'not-processed';

/** What a letter for others says on `today`, masked by `mask`. Pure. */
export function writeProof(
  kind: ProofKind,
  { taxpayer, spouse, taxYear, account }: TranscriptSource,
  today: Day,
  mask: Mask,
): Result<Proof, NoProof> {
  if (!account) return err('no-return');
  // no tax is assessed yet, so "nothing is owed" would be said of what nobody has worked out
  if (kind === 'balance-proof' && !isProcessed(account)) return err('not-processed');
  return ok({
    fileNumber: taxpayer.customerFileNumber,
    taxYear,
    writtenOn: today,
    about: {
      name: mask.name(taxpayer),
      taxpayerNumber: mask.taxpayerNumber(taxpayer.taxpayerNumber),
      ...(spouse && { spouse: mask.name(spouse) }),
    },
    statement: stated(kind, account),
  });
}

const stated = (kind: ProofKind, { taxReturn, transactions }: TaxYearAccount): Statement =>
  kind === 'balance-proof'
    ? { kind, owed: Math.max(0, balanceOf(transactions)) }
    : { kind, receivedOn: taxReturn.receivedOn };
