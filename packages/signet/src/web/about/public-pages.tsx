import type { Agencies } from '../../modules/agencies/index.ts';
import { type Words, words } from '../locales/index.ts';
import {
  Alert,
  ButtonGroup,
  ButtonLink,
  Disclosure,
  Page,
  type PageFrame,
  ProcessList,
  places,
} from '../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
}

export function HomePage({ frame, agencies }: Props & { readonly agencies: Agencies }) {
  const { about, account, common } = words(frame.lang);
  const { home: say } = about;
  const { buttons } = common;
  return (
    <Page frame={frame} title={say.title} width="reading">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      {frame.signedIn?.fully ? (
        <ButtonGroup>
          <ButtonLink href="/account">{account.overview.title}</ButtonLink>
        </ButtonGroup>
      ) : (
        <ButtonGroup>
          <ButtonLink href="/sign-in">{buttons.signIn}</ButtonLink>
          <ButtonLink href="/sign-up" kind="secondary">
            {buttons.createAccount}
          </ButtonLink>
        </ButtonGroup>
      )}
      <ProcessList steps={say.steps} />
      <h2>{say.agencies}</h2>
      <ul>
        {agencies.all().map((agency) => (
          <li>
            <a href={agency.home}>{agency.name[frame.lang]}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export function HelpPage({ frame }: Props) {
  const say = words(frame.lang).about.help;
  return (
    <Page frame={frame} title={say.title} width="reading">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      {say.topics.map(({ question, answer, link }) => (
        <Disclosure summary={question}>
          <p>{answer}</p>
          {link ? (
            <p>
              <a href={link.href}>{link.text}</a>
            </p>
          ) : null}
        </Disclosure>
      ))}
      <h2>{say.agencies}</h2>
      <p>{say.agenciesBody}</p>
      <p>
        <a href={places.agencies}>{words(frame.lang).common.contact.all}</a>
      </p>
    </Page>
  );
}

/** Where every security notice and every letter leads (B16): what stops somebody else, also without an account. */
export function NotMePage({ frame }: Props) {
  const say = words(frame.lang).about.notMe;
  return (
    <Page frame={frame} title={say.title} width="reading">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <ProcessList steps={say.steps} />
      <ButtonGroup>
        <ButtonLink href="/account">{words(frame.lang).account.overview.title}</ButtonLink>
      </ButtonGroup>
      <h2 id="letter">{say.letter.heading}</h2>
      <p>{say.letter.lead}</p>
      <ul>
        {say.letter.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      <p>
        <a href={places.agencies}>{words(frame.lang).common.contact.all}</a>
      </p>
    </Page>
  );
}

type PrivacyDays = Parameters<Words['about']['privacy']['sections']>[0];

/** A17: the public statement of retention and deletion; A24: why the SSN is asked for. */
export function PrivacyPage({ frame, days }: Props & { readonly days: PrivacyDays }) {
  const say = words(frame.lang).about.privacy;
  const sections = say.sections(days);
  return (
    <Page frame={frame} title={say.title} width="reading">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <nav aria-labelledby="contents">
        <p id="contents">
          <strong>{say.contents}</strong>
        </p>
        <ul>
          {sections.map(({ heading }, at) => (
            <li>
              <a href={`#section-${at + 1}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ heading, body }, at) => (
        <>
          <h2 id={`section-${at + 1}`}>{heading}</h2>
          {body.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </>
      ))}
    </Page>
  );
}

/** What the URIs in `acr` and `trust_framework` lead to (P5, P7). */
export function TrustPage({ frame }: Props) {
  const say = words(frame.lang).about.trust;
  return (
    <Page frame={frame} title={say.title} width="reading">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      {frame.sandbox ? (
        <Alert lang={frame.lang} kind="warning">
          <p>{say.sandbox}</p>
        </Alert>
      ) : null}
      <p>{say.real}</p>
    </Page>
  );
}
