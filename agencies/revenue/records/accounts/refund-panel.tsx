import { formatDay, formatMoney, type Lang, words } from '../../locales/index.ts';
import { maskAccountNumber } from '../taxpayers/masking.ts';
import { isProcessed, type TaxYearAccount } from './account.ts';
import { OffsetNote } from './offset-note.tsx';
import { type RefundProgress, type RefundWait, refundStages } from './refund-progress.ts';

interface RefundPanelProps {
  readonly lang: Lang;
  readonly account: TaxYearAccount;
  readonly progress: RefundProgress;
}

type Shown = Extract<RefundProgress, { kind: 'shown' }>;

/** Only the last four of the bank account are kept, so the mask is put before them. */
const maskedAccount = (lastFour: string): string => maskAccountNumber(`0000${lastFour}`);

/** `passed`: the line to the next one is drawn as done, too. */
const stageClass = (index: number, reached: number): string =>
  index < reached ? 'stage stage-done stage-passed' : index === reached ? 'stage stage-done' : 'stage';

function Stages({ lang, progress }: { readonly lang: Lang; readonly progress: Shown }) {
  const { refund } = words(lang);
  const reached = refundStages.indexOf(progress.reached);
  return (
    <ol class="stages">
      {progress.stages.map(({ stage, on }, index) => (
        <li class={stageClass(index, reached)} aria-current={index === reached ? 'step' : undefined}>
          <span class="stage-name">
            {refund.stages[stage]}
            <span class="unseen">{`, ${index > reached ? refund.notYet : refund.done}`}</span>
          </span>
          {on === undefined ? null : <span class="stage-day">{formatDay(lang, on)}</span>}
        </li>
      ))}
    </ol>
  );
}

function sayWait(lang: Lang, { filedBy }: Shown, wait: RefundWait): string {
  const { refund } = words(lang);
  if (wait.kind === 'usual') return refund.usually[filedBy](formatDay(lang, wait.by));
  return wait.kind === 'longer' ? refund.longer(formatDay(lang, wait.callAfter)) : refund.call;
}

/** How far a refund is, in its three stages, and what that means. */
export function RefundStages({ lang, progress }: { readonly lang: Lang; readonly progress: Shown }) {
  const { refund } = words(lang);
  return (
    <>
      <Stages lang={lang} progress={progress} />
      <p>{refund.stageText[progress.reached]}</p>
      {progress.underWay ? <p class="small">{refund.underWay}</p> : null}
      {progress.wait ? <p class="small">{sayWait(lang, progress, progress.wait)}</p> : null}
    </>
  );
}

/** Nobody can say that none is due before the tax is assessed. */
export function sayNone(lang: Lang, account: Pick<TaxYearAccount, 'taxReturn' | 'transactions'>): string {
  const { refund } = words(lang);
  const { taxYear } = account.taxReturn;
  return isProcessed(account) ? refund.none(taxYear) : refund.notKnownYet(taxYear);
}

/** The refund of one return, by its three stages (T4), and what of it went to another debt. */
export function RefundPanel({ lang, account, progress }: RefundPanelProps) {
  const say = words(lang);
  const { taxYear } = account.taxReturn;
  return (
    <section class="panel" aria-labelledby={`refund-${taxYear}`}>
      <h2 id={`refund-${taxYear}`}>{say.account.refundTitle(taxYear)}</h2>
      {progress.kind === 'none' ? <p>{sayNone(lang, account)}</p> : null}
      {progress.kind === 'too-early' ? (
        <p>{say.refund.tooEarly(formatDay(lang, progress.shownFrom))}</p>
      ) : null}
      {progress.kind === 'shown' ? (
        <>
          <p class="figure">{formatMoney(lang, progress.amount)}</p>
          <RefundStages lang={lang} progress={progress} />
          <p>
            {account.refund?.accountLastFour === undefined
              ? say.refund.byCheck
              : say.refund.toAccount(maskedAccount(account.refund.accountLastFour))}
          </p>
          {account.refund ? <OffsetNote lang={lang} refund={account.refund} /> : null}
        </>
      ) : null}
    </section>
  );
}
