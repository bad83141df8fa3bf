import { words } from '../../locales/index.ts';
import type { PageFrame } from '../page-frame.ts';
import { Alert } from './alert.tsx';

/** Where a code arrives that is mailed or texted in the sandbox. Drawn nowhere else. */
export function OutboxHint({ frame }: { readonly frame: Pick<PageFrame, 'lang' | 'outbox'> }) {
  if (!frame.outbox) return null;
  const say = words(frame.lang).common.outbox;
  return (
    <Alert lang={frame.lang} kind="info" heading={say.title}>
      <p>
        {say.body}{' '}
        <a href={frame.outbox} target="_blank" rel="noopener">
          {say.link}
        </a>
      </p>
    </Alert>
  );
}
