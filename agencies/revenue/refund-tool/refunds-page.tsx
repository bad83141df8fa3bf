import { refundPaths } from '../config/config.ts';
import { formatDay, words } from '../locales/index.ts';
import { RefundStages, sayNone } from '../records/accounts/refund-panel.tsx';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { ToAccount } from './account-link.tsx';
import type { FollowedRefund, YearWithoutRefund } from './refund-tool.ts';

interface RefundsPageProps {
  readonly frame: Frame;
  readonly refunds: readonly FollowedRefund[];
  /** The others of the years that are followed. */
  readonly without?: readonly YearWithoutRefund[];
  /** They were asked for by what stands on a return, and others can be. */
  readonly asked: boolean;
}

function Refund({ frame, refund }: { readonly frame: Frame; readonly refund: FollowedRefund }) {
  const { lang } = frame;
  const say = words(lang);
  const { taxYear, progress } = refund;
  return (
    <section class="panel" aria-labelledby={`refund-${taxYear}`}>
      <h2 id={`refund-${taxYear}`}>{say.account.refundTitle(taxYear)}</h2>
      {progress.kind === 'too-early' ? (
        <p>{say.refund.tooEarly(formatDay(lang, progress.shownFrom))}</p>
      ) : (
        <RefundStages lang={lang} progress={progress} />
      )}
    </section>
  );
}

/** T4: stages and days. The amount and where it goes are for two factors (T10). */
export function RefundsPage({ frame, refunds, without = [], asked }: RefundsPageProps) {
  const { refundTool } = words(frame.lang);
  return (
    <Page frame={frame} title={refundTool.title}>
      <div class="wrap narrow">
        <h1>{refundTool.title}</h1>
        {refunds.length + without.length === 0 ? <p class="lead">{refundTool.none}</p> : null}
        {refunds.map((refund) => (
          <Refund frame={frame} refund={refund} />
        ))}
        {without.map((account) => (
          <p class="after">{sayNone(frame.lang, account)}</p>
        ))}
        {asked ? (
          <p class="after">
            <a href={refundPaths.home}>{refundTool.another}</a>
          </p>
        ) : null}
        <ToAccount frame={frame} />
      </div>
    </Page>
  );
}
