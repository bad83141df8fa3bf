import type { OwnAddress } from '../../../modules/accounts/index.ts';
import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  EmailAddress,
  EmailedCode,
  EmailQuestion,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
} from '../../ui/index.ts';
import { AccountSection, sections } from '../layout/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

const Back = ({ frame }: Props) => (
  <BackLink href={sections.contact}>{words(frame.lang).common.frame.back}</BackLink>
);

export function AddEmailPage({ frame, problems = [], email }: Props & { readonly email?: string }) {
  const say = words(frame.lang).account.contact.addPage;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      <EmailQuestion
        frame={frame}
        action="/account/contact/add"
        question={say.title}
        hint={say.hint}
        submit={say.submit}
        email={email}
        problems={problems}
      />
    </Page>
  );
}

export function NewEmailCodePage(props: Props & { readonly email: string; readonly sent: boolean }) {
  const { frame, problems = [] } = props;
  const say = words(frame.lang).account.contact.codePage;
  const { code } = words(frame.lang).signIn;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      <EmailedCode
        frame={frame}
        title={say.title}
        lead={code.lead}
        email={props.email}
        action="/account/contact/code"
        label={code.label}
        submit={code.submit}
        again={code.again}
        sent={props.sent ? code.sent : undefined}
        problems={problems}
      >
        <p>{say.body}</p>
      </EmailedCode>
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
  const { removePage, primaryPage, keep } = words(frame.lang).account.contact;
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
