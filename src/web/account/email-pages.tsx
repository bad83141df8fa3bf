import type { OwnAddress } from '../../modules/accounts/index.ts';
import { words } from '../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  CodeField,
  EmailAddress,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  problemWith,
  TextField,
} from '../ui/index.ts';
import { AccountSection } from './account-section.tsx';
import { sections } from './sections.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

const Back = ({ frame }: Props) => (
  <BackLink href={sections.contact}>{words(frame.lang).common.frame.back}</BackLink>
);

export function AddEmailPage({ frame, problems = [], email }: Props & { readonly email?: string }) {
  const say = words(frame.lang).yourAccount.contact.addPage;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      <Form frame={frame} action="/account/contact/add">
        <TextField
          name="email"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          type="email"
          autocomplete="email"
          value={email}
          error={problemWith(problems, 'email')}
        />
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

export function NewEmailCodePage(props: Props & { readonly email: string; readonly sent: boolean }) {
  const { frame, problems = [] } = props;
  const say = words(frame.lang).yourAccount.contact.codePage;
  const { code } = words(frame.lang).signIn;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      {props.sent ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{code.sent}</p>
        </Alert>
      ) : null}
      <h1>{say.title}</h1>
      <p class="signet-lead">
        {code.lead}{' '}
        <strong>
          <EmailAddress address={props.email} />
        </strong>
        .
      </p>
      <p>{say.body}</p>
      <Form frame={frame} action="/account/contact/code">
        <CodeField name="code" label={code.label} length={6} error={problemWith(problems, 'code')} />
        <ButtonGroup>
          <Button>{code.submit}</Button>
          <Button kind="secondary" formaction="/account/contact/code/again">
            {code.again}
          </Button>
        </ButtonGroup>
      </Form>
      <p>
        <a href="/account/contact/add">{say.cancel}</a>
      </p>
    </Page>
  );
}

export type AddressChange = 'remove' | 'primary';

/** Before an address is removed, or made the main one: what that does. */
export function ChangeEmailPage(
  props: Props & { readonly address: OwnAddress; readonly change: AddressChange },
) {
  const { frame, address, change } = props;
  const { removePage, primaryPage, keep } = words(frame.lang).yourAccount.contact;
  const say = change === 'remove' ? removePage : primaryPage;
  return (
    <AccountSection frame={frame} section="contact" title={say.title} above={<Back frame={frame} />}>
      <p class="signet-lead">
        <strong>
          <EmailAddress address={address.address.reveal()} />
        </strong>
      </p>
      <ul>
        {say.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <Form frame={frame} action={`/account/contact/${address.id}/${change}`}>
        <ButtonGroup>
          <Button kind={change === 'remove' ? 'danger' : 'primary'}>{say.submit}</Button>
          <ButtonLink kind="secondary" href={sections.contact}>
            {keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}
