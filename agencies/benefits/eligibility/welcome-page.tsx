import { Facts, type Frame } from '@signet/agencies-ui/pages';
import { formatDay, words } from '../locales/index.ts';
import type { VerifiedPerson } from '../sign-in/verified-person.ts';
import { Page } from '../ui/page.tsx';
import { BenefitTiles, type Shown } from './benefit-tiles.tsx';
import type { Standing } from './rules.ts';
import type { Service } from './service.ts';

/** A card that prints `JOSE MARIA` is read as it is: what it leaves out nobody here can know. */
const isInCapitals = ({ givenName, familyName }: VerifiedPerson): boolean =>
  `${givenName}${familyName}` === `${givenName}${familyName}`.toUpperCase();

/** Cards print names in capitals, and a greeting in capitals shouts. A name written otherwise stays as it is. */
const spoken = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase())
    : name;

interface WelcomePageProps {
  readonly frame: Frame;
  readonly person: VerifiedPerson;
  readonly service: Service | undefined;
  readonly standings: readonly (Standing & Shown)[];
  /** Where a person writes their name their own way, at Signet. */
  readonly ownSpellingAt: string;
}

function Details({
  frame,
  person,
  ownSpellingAt,
}: Pick<WelcomePageProps, 'frame' | 'person' | 'ownSpellingAt'>) {
  const { welcome } = words(frame.lang);
  const tag = <span class="verified">{welcome.verified}</span>;
  const address = (
    <>
      {person.addressLines.map((line) => (
        <span class="line">{line}</span>
      ))}
      {tag}
    </>
  );
  const facts = [
    {
      name: welcome.name,
      value: (
        <>
          {`${person.givenName} ${person.familyName} `}
          {tag}
          {isInCapitals(person) ? (
            <span class="line small">
              {welcome.asOnId} <a href={ownSpellingAt}>{welcome.ownSpelling}</a>
            </span>
          ) : null}
        </>
      ),
    },
    {
      name: welcome.birthDate,
      value: (
        <>
          {`${formatDay(frame.lang, person.birthDate)} `}
          {tag}
        </>
      ),
    },
    { name: welcome.address, value: person.addressLines.length === 0 ? welcome.notShared : address },
    { name: welcome.email, value: person.email ?? welcome.notShared },
  ];
  return (
    <section class="details" aria-labelledby="details">
      <h2 id="details">{welcome.details}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function ServiceFacts({ frame, service }: { readonly frame: Frame; readonly service: Service }) {
  const { eligibility } = words(frame.lang);
  return (
    <section class="details" aria-labelledby="service">
      <h2 id="service">{eligibility.yours}</h2>
      <Facts
        facts={[
          { name: eligibility.began, value: formatDay(frame.lang, service.began) },
          { name: eligibility.ended, value: formatDay(frame.lang, service.ended) },
        ]}
      />
      <a href="/service">
        {eligibility.change}
        <span class="unseen">: {eligibility.yours}</span>
      </a>
    </section>
  );
}

/** The signed-in page: what Signet verified and the person shared, and what they may claim, and why. */
export function WelcomePage({ frame, person, service, standings, ownSpellingAt }: WelcomePageProps) {
  const { welcome, eligibility } = words(frame.lang);
  return (
    <Page frame={frame} title={welcome.title}>
      <h1>{welcome.greeting(spoken(person.givenName || person.familyName))}</h1>
      <h2>{eligibility.title}</h2>
      {service === undefined ? (
        <>
          <p class="lead">{eligibility.ask}</p>
          <p>
            <a class="button" href="/service">
              {eligibility.askAction}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{eligibility.lead}</p>
          <BenefitTiles frame={frame} standings={standings} />
          <ServiceFacts frame={frame} service={service} />
        </>
      )}
      <Details frame={frame} person={person} ownSpellingAt={ownSpellingAt} />
    </Page>
  );
}

/** Signet vouched for nobody in particular: there is nobody to greet. */
export function NobodyPage({ frame }: { readonly frame: Frame }) {
  const { welcome } = words(frame.lang);
  return (
    <Page frame={frame} title={welcome.title}>
      <h1>{welcome.title}</h1>
      <p class="lead">{welcome.nobody}</p>
    </Page>
  );
}
