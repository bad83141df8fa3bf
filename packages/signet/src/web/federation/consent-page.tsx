import { attributes } from '../../modules/agencies/index.ts';
import type { AuthorizationRequest, ItemPreview } from '../../modules/federation/index.ts';
import { type Lang, words } from '../locales/index.ts';
import { ProvenMoment } from '../proofing/index.ts';
import { Button, ButtonGroup, Checkboxes, Form, Page, type PageFrame, SummaryList } from '../ui/index.ts';
import { inFull } from './full-value.ts';

export interface ConsentPageProps {
  readonly frame: PageFrame;
  readonly request: AuthorizationRequest;
  readonly items: readonly ItemPreview[];
  /** The person comes from a proofing that ended well: the page says so before it asks. */
  readonly justProven?: boolean;
}

/** Notice and positive consent (C4): what, to whom, why, masked; what may be refused is not ticked for anyone. */
export function ConsentPage({ frame, request, items, justProven = false }: ConsentPageProps) {
  const say = words(frame.lang).consent;
  const agency = request.agency.nameInSentence[frame.lang];
  const required = items.filter((item) => !item.optional);
  const optional = items.filter((item) => item.optional && item.shown !== undefined);
  const verified = items.some(({ item }) => attributes[item].verified);
  const { title, lead, agree, decline } = items.length === 0 ? say.nothing : say;
  return (
    <Page frame={frame} title={title(agency)} above={justProven ? <ProvenMoment frame={frame} /> : null}>
      <h1>{title(agency)}</h1>
      <p class="signet-lead">{lead(agency)}</p>
      {items.length === 0 ? null : (
        <>
          <h2>{say.why}</h2>
          <p>{request.agency.purpose[frame.lang]}</p>
        </>
      )}
      {required.length === 0 ? null : (
        <>
          <h2>{say.required}</h2>
          <SummaryList lang={frame.lang} rows={required.map((item) => rowOf(item, frame.lang))} />
        </>
      )}
      <Form frame={frame} action={`/interaction/${request.uid}/consent`}>
        {optional.length > 0 ? (
          <Checkboxes
            name="optional"
            label={say.optional}
            hint={say.optionalHint}
            choices={optional.map(({ item, shown }) => ({
              value: item,
              label: say.share((shown?.title ?? attributes[item].title)[frame.lang]),
              hint: shown?.masked ?? inFull(shown, frame.lang),
            }))}
          />
        ) : null}
        <p class="usa-hint">{say.remembered}</p>
        <p class="usa-hint">{(verified ? say.toldHow : say.told)(agency)}</p>
        <ButtonGroup>
          <Button name="answer" value="agree">
            {agree}
          </Button>
          <Button name="answer" value="decline" kind="secondary">
            {decline(agency)}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

function rowOf({ item, shown }: ItemPreview, lang: Lang) {
  const label = (shown?.title ?? attributes[item].title)[lang];
  if (!shown) return { label, value: words(lang).consent.nothingHeld };
  return { label, value: inFull(shown, lang), masked: shown.masked };
}
