import { Facts } from '@signet/agencies-ui/pages';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { StoredProof } from './proof.ts';
import { proofFacts, proofTitle, sayStatement } from './proof-in-words.ts';

/** A letter for others, masked by T2 before it was kept. */
export function ProofPage({ frame, proof }: { readonly frame: Frame; readonly proof: StoredProof }) {
  const { lang } = frame;
  const { agency, letters, proofs, transcripts } = words(lang);
  const title = proofTitle(lang, proof);
  return (
    <Page frame={frame} title={title}>
      <div class="wrap narrow">
        <p class="back no-print">
          <a href="/letters">{letters.title}</a>
        </p>
        <article class="sheet">
          <p class="sheet-from">{agency}</p>
          <h1>{title}</h1>
          <p>
            <strong>{sayStatement(lang, proof)}</strong>
          </p>
          <Facts facts={proofFacts(lang, proof).map(([name, value]) => ({ name, value }))} />
          <p class="small">{proofs.limits[proof.statement.kind]}</p>
          <p class="small">{transcripts.masked}</p>
        </article>
        <p class="form-ways after no-print">
          <a class="button" href={`/letters/${proof.id}.pdf`}>
            {letters.pdf}
          </a>
          <span class="small">{proofs.kept}</span>
        </p>
      </div>
    </Page>
  );
}
