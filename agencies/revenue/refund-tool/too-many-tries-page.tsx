import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { ToAccount } from './account-link.tsx';

export function TooManyPage({ frame }: { readonly frame: Frame }) {
  const { title, lead } = words(frame.lang).refundTool.tooMany;
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
