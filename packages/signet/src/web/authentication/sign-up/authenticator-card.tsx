import { ButtonGroup, ButtonLink, Card, type PageFrame, Passkey } from '../../ui/index.ts';

interface CardProps {
  readonly title: string;
  readonly body: string;
  /** What the button says. */
  readonly children: string;
}

/** One way to sign in to choose from: what it is, and where it is set up. */
export const AuthenticatorCard = (
  props: CardProps & { readonly href: string; readonly kind?: 'secondary' },
) => (
  <Card heading={props.title}>
    <p>{props.body}</p>
    <ButtonGroup>
      <ButtonLink href={props.href} kind={props.kind}>
        {props.children}
      </ButtonLink>
    </ButtonGroup>
  </Card>
);

/** A passkey is made on the card itself, where the browser can. */
export const PasskeyCard = (props: CardProps & { readonly frame: PageFrame }) => (
  <Card heading={props.title}>
    <Passkey
      frame={props.frame}
      mode="register"
      about={<p>{props.body}</p>}
      optionsUrl="/passkey/register/options"
      verifyUrl="/passkey/register/verify"
    >
      {props.children}
    </Passkey>
  </Card>
);
