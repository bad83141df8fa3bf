import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

/** The same words whether there is no record or one that disagrees: neither can be told from the other (A22). */
export function NoRecordPage({ frame }: { readonly frame: Frame }) {
  const { noRecord } = words(frame.lang);
  return (
    <Page frame={frame} title={noRecord.title}>
      <div class="wrap narrow">
        <h1>{noRecord.title}</h1>
        <p class="lead">{noRecord.lead}</p>
        <h2>{noRecord.reasonsTitle}</h2>
        <ul>
          {noRecord.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <h2>{noRecord.doTitle}</h2>
        <ul>
          {noRecord.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
        <p>{noRecord.safe}</p>
      </div>
    </Page>
  );
}
