import { words } from '../locales/index.ts';
import { Form } from '../ui/form.tsx';
import type { Frame } from '../ui/frame.ts';
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
  const typed = { form_key: formKey, contact: claim.contact };
  return (
    <Page frame={frame} title={check.title}>
      <h1>{check.title}</h1>
      <section class="details" aria-label={check.title}>
        <ClaimFacts frame={frame} claim={claim} />
      </section>
      <p>{check.terms}</p>
      <div class="forms">
        {' '}
        <Form frame={frame} action={`/claims/new/${claim.benefit}`} keep hidden={typed}>
          <button class="button" type="submit">
            {check.file}
          </button>
        </Form>
        <Form frame={frame} action={`/claims/new/${claim.benefit}/change`} hidden={typed}>
          <button class="button button-quiet" type="submit">
            {check.change}
          </button>
        </Form>
      </div>
    </Page>
  );
}
