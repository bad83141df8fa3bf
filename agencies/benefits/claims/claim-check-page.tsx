import { Form, Hidden, Submit } from '@signet/agencies-ui/forms';
import type { Frame } from '@signet/agencies-ui/pages';
import { words } from '../locales/index.ts';
import { Page } from '../ui/page.tsx';
import type { ClaimContents } from './claim.ts';
import { ClaimFacts } from './claim-facts.tsx';

interface ClaimCheckPageProps {
  readonly frame: Frame;
  readonly claim: Omit<ClaimContents, 'outcome'>;
  readonly formKey: string;
}

/** Everything once more before it is filed. The same form may be sent again: it is one claim. */
export function ClaimCheckPage({ frame, claim, formKey }: ClaimCheckPageProps) {
  const { check } = words(frame.lang).claims;
  const typed = (
    <>
      <Hidden name="form_key" value={formKey} />
      <Hidden name="contact" value={claim.contact} typed />
    </>
  );
  return (
    <Page frame={frame} title={check.title}>
      <h1>{check.title}</h1>
      <section class="details" aria-label={check.title}>
        <ClaimFacts frame={frame} claim={claim} />
      </section>
      <p>{check.terms}</p>
      <div class="forms">
        <Form frame={frame} action={`/claims/new/${claim.benefit}`} keep>
          {typed}
          <Submit>{check.file}</Submit>
        </Form>
        <Form frame={frame} action={`/claims/new/${claim.benefit}/change`}>
          {typed}
          <Submit quiet>{check.change}</Submit>
        </Form>
      </div>
    </Page>
  );
}
