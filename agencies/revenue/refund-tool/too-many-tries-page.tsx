import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { ToAccount } from './account-link.tsx';

interface TooManyPageProps {
  readonly frame: Frame;
  /** Tries of the one who asks, or about the number, by whomever. */
  readonly of: 'too-many' | 'number-closed';
}

export function TooManyPage({ frame, of }: TooManyPageProps) {
  const { tooMany, numberClosed } = words(frame.lang).refundTool;
  const { title, lead } = of === 'too-many' ? tooMany : numberClosed;
  return (
    <Page frame={frame} title={title}>
      <div class="wrap narrow">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <ToAccount frame={frame} />
      </div>
    </Page>
  );
}
