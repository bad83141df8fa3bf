import { addressesAtMost, type OwnAddress } from '../../../modules/accounts/index.ts';
import { type Lang, languages, words } from '../../locales/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  ButtonLink,
  DatedSentence,
  EmailAddress,
  Form,
  type PageFrame,
  Radios,
  Tag,
} from '../../ui/index.ts';
import { AccountSection } from '../layout/index.ts';

/** What was done just now, as the address says it. */
export const contactChanges = ['added', 'removed', 'primary', 'language'] as const;

export interface ContactPageProps {
  readonly frame: PageFrame;
  readonly addresses: readonly OwnAddress[];
  /** Of messages, as the account has it. */
  readonly language: Lang;
  readonly done: (typeof contactChanges)[number] | undefined;
}

export function ContactPage({ frame, addresses, language, done }: ContactPageProps) {
  const say = words(frame.lang).account.contact;
  return (
    <AccountSection frame={frame} section="contact" title={say.title}>
      {done ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.done[done]}</p>
        </Alert>
      ) : null}
      <h2>{say.addresses}</h2>
      <p class="signet-muted">{say.lead}</p>
      <ul class="signet-rows">
        {addresses.map((address) => (
          <Address frame={frame} address={address} />
        ))}
      </ul>
      {addresses.length === 1 ? <p>{say.addAnother}</p> : null}
      {addresses.length < addressesAtMost ? (
        <ButtonGroup>
          <ButtonLink kind="secondary" href="/account/contact/add">
            {say.add}
          </ButtonLink>
        </ButtonGroup>
      ) : (
        <p>{say.most(addressesAtMost)}</p>
      )}
      <h2>{say.language}</h2>
      <Form frame={frame} action="/account/contact/language">
        <Radios
          name="language"
          label={say.languageLabel}
          value={language}
          choices={languages.map(({ lang, name }) => ({
            value: lang,
            label: <span lang={lang}>{name}</span>,
          }))}
        />
        <ButtonGroup>
          <Button kind="secondary">{say.languageSubmit}</Button>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}

function Address({ frame, address }: { readonly frame: PageFrame; readonly address: OwnAddress }) {
  const say = words(frame.lang).account.contact;
  const written = address.address.reveal();
  const about = <span class="usa-sr-only">: {written}</span>;
  return (
    <li class="signet-rows__row">
      <div class="signet-rows__what">
        <p class="signet-rows__name">
          <EmailAddress address={written} /> {address.primary ? <Tag>{say.primary}</Tag> : null}
        </p>
        <p class="signet-muted">
          <DatedSentence lang={frame.lang} at={address.verifiedAt} sentence={say.since} />
        </p>
      </div>
      {address.primary ? null : (
        <p class="signet-rows__acts">
          <a href={`/account/contact/${address.id}/primary`}>
            {say.makePrimary}
            {about}
          </a>
          <a href={`/account/contact/${address.id}/remove`}>
            {say.remove}
            {about}
          </a>
        </p>
      )}
    </li>
  );
}
