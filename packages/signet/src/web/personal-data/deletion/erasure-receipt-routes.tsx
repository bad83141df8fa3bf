import type { PersonalDataOffice } from '../../../modules/personal-data/index.ts';
import { words } from '../../locales/index.ts';
import { frameOf } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import {
  answerPage,
  DefinitionList,
  Disclosure,
  LocalTime,
  Page,
  type PageFrame,
  Tag,
} from '../../ui/index.ts';

type Receipt = NonNullable<Awaited<ReturnType<PersonalDataOffice['receipt']>>>;

/** Proof that an account was erased, for a holder of its reference: what the audit log says, without a name. */
export function erasureReceiptRoutes({
  personalData,
}: {
  readonly personalData: Pick<PersonalDataOffice, 'receipt'>;
}): Routes {
  const routes = signetRoutes();

  routes.get('/erased/:reference', async (c) => {
    const reference = c.req.param('reference');
    const receipt = await personalData.receipt(reference);
    const frame = frameOf(c);
    return receipt
      ? answerPage(c, <ReceiptPage frame={frame} receipt={receipt} reference={reference} />)
      : answerPage(c, <UnknownPage frame={frame} />, 404);
  });

  return routes;
}

interface ReceiptProps {
  readonly frame: PageFrame;
  readonly receipt: Receipt;
  readonly reference: string;
}

function ReceiptPage({ frame, receipt, reference }: ReceiptProps) {
  const say = words(frame.lang).account.leaving.proof;
  const { at, place, entry, checkpoint } = receipt;
  const facts = [
    { term: say.reference, value: <code>{reference}</code> },
    { term: say.state, value: <Tag tone="good">{say.erased}</Tag> },
    { term: say.at, value: <LocalTime lang={frame.lang} at={at} /> },
    { term: say.position, value: place ? String(place.position) : say.notPlacedYet },
    {
      term: say.signed,
      value: checkpoint ? <LocalTime lang={frame.lang} at={checkpoint.at} /> : say.notSignedYet,
    },
  ];
  return (
    <Page frame={frame} title={say.title} width="reading">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <DefinitionList facts={facts} />
      <h2>{say.check}</h2>
      <ol>
        {say.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Disclosure summary={say.technical}>
        <DefinitionList
          facts={[
            { term: say.entry, value: <Exact text={entry} /> },
            ...(place ? [{ term: say.hash, value: <Exact text={place.hash} /> }] : []),
            ...(checkpoint ? [{ term: say.checkpoint, value: <Exact text={checkpoint.note} /> }] : []),
          ]}
        />
      </Disclosure>
    </Page>
  );
}

const Exact = ({ text }: { readonly text: string }) => <code class="signet-exact">{text}</code>;

function UnknownPage({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).account.leaving.proof;
  return (
    <Page frame={frame} title={say.unknown}>
      <h1>{say.unknown}</h1>
      <p class="signet-lead">{say.unknownLead}</p>
    </Page>
  );
}
