import type { SandboxPerson } from '../people/person.ts';
import { sandboxPhones } from '../people/phones.ts';
import { outcomeTitles } from '../people/stories.ts';
import { BreakableAddress } from './breakable-address.tsx';
import { wordsIn } from './language.ts';
import { type Frame, Page } from './page.tsx';
import { shownPhone } from './shown-phone.ts';

/** The addresses of the rest of the world, as a browser reaches them. */
export interface Links {
  readonly signet: string;
  readonly revenue: string;
  readonly benefits: string;
}

export function HomePage(props: { frame: Frame; links: Links; people: readonly SandboxPerson[] }) {
  const { frame, links, people } = props;
  const { home } = wordsIn(frame.lang);
  return (
    <Page frame={frame} title={home.title} current="people">
      <h1>{home.title}</h1>
      <p class="lead">{home.lead}</p>
      <div class="columns">
        <section aria-labelledby="try">
          <h2 id="try">{home.stepsHeading}</h2>
          <ol class="steps">
            {home.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </section>
        <Places frame={frame} links={links} />
      </div>
      <aside class="own" aria-labelledby="own">
        <h2 id="own">{home.ownHeading}</h2>
        <p>{home.own}</p>
        <a class="button" href="/your-own">
          {home.ownLink}
        </a>
      </aside>
      <h2 id="people">{home.people}</h2>
      <ul class="people">
        {people.map((person) => (
          <li>
            <PersonCard frame={frame} person={person} />
          </li>
        ))}
      </ul>
      <Phones frame={frame} />
    </Page>
  );
}

function Phones({ frame }: { frame: Frame }) {
  const { home } = wordsIn(frame.lang);
  return (
    <section aria-labelledby="phones">
      <h2 id="phones">{home.phones}</h2>
      <p>{home.phonesLead}</p>
      <dl class="facts">
        {sandboxPhones.map(({ account, story }) => (
          <>
            <dt>{shownPhone(account.phoneNumber)}</dt>
            <dd>{story[frame.lang]}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Places({ frame, links }: { frame: Frame; links: Links }) {
  const { places } = wordsIn(frame.lang).home;
  const list = [
    { href: links.revenue, name: places.revenue, hint: places.revenueHint },
    { href: links.benefits, name: places.benefits, hint: places.benefitsHint },
    { href: links.signet, name: places.signet, hint: places.signetHint },
    { href: '/outbox', name: places.outbox, hint: places.outboxHint },
  ];
  return (
    <section aria-labelledby="places">
      <h2 id="places">{places.heading}</h2>
      <ul class="places">
        {list.map(({ href, name, hint }) => (
          <li>
            <a href={href}>{name}</a> <span class="hint">{hint}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonCard({ frame, person }: { frame: Frame; person: SandboxPerson }) {
  const words = wordsIn(frame.lang).person;
  const name = `${person.givenName} ${person.familyName}`.trim();
  const { address } = person;
  const facts: [string, string][] = [
    [words.email, person.email],
    [person.outcome === 'taxpayer-number' ? 'ITIN' : words.ssn, person.ssn],
    [words.birthDate, shownDate(frame, person.birthDate)],
    [words.phone, shownPhone(person.phone)],
    [words.address, `${address.street}, ${address.city}, ${address.state} ${address.postalCode}`],
    ...documentFacts(frame, person),
  ];
  return (
    <article class="person" aria-labelledby={`name-${person.id}`}>
      <img
        class="portrait"
        src={`/people/${person.id}/portrait.jpg`}
        alt={words.portraitAlt(name)}
        width="413"
        height="531"
        loading="lazy"
      />
      <div class="person-text">
        <p class={`outcome outcome-${tone(person)}`}>{outcomeTitles[person.outcome][frame.lang]}</p>
        <h3 id={`name-${person.id}`}>{name}</h3>
        <p>{person.story[frame.lang]}</p>
      </div>
      <dl class="facts" aria-label={words.facts}>
        {facts.map(([fact, value]) => (
          <>
            <dt>{fact}</dt>
            <dd>
              <BreakableAddress text={value} />
            </dd>
          </>
        ))}
      </dl>
      <Downloads frame={frame} person={person} name={name} />
    </article>
  );
}

/** What stands on the document that the person shows. */
function documentFacts(frame: Frame, { document, license, passport }: SandboxPerson): [string, string][] {
  const words = wordsIn(frame.lang).person;
  const isPassport = document === 'passport' || document === 'passport-card';
  return isPassport && passport
    ? [
        [words.passportNumber, passport.number],
        [words.passportExpires, shownDate(frame, passport.expires)],
      ]
    : [
        [license.isIdCard ? words.idNumber : words.license, license.number],
        [license.isIdCard ? words.idExpires : words.expires, shownDate(frame, license.expires)],
      ];
}

function Downloads({ frame, person, name }: { frame: Frame; person: SandboxPerson; name: string }) {
  const words = wordsIn(frame.lang).person;
  const ofDocument: Readonly<Record<SandboxPerson['document'], [string, string][]>> = {
    license: [
      ['license-front', words.front],
      ['license-back', words.back],
    ],
    'state-id': [
      ['state-id-front', words.idFront],
      ['state-id-back', words.idBack],
    ],
    passport: [['passport', words.passport]],
    'passport-card': [
      ['passport-card-front', words.cardFront],
      ['passport-card-back', words.cardBack],
    ],
  };
  const pictures = ofDocument[person.document];
  return (
    <ul class="downloads" aria-label={words.save(name)}>
      {[...pictures, ['selfie', words.selfie] as const].map(([file, text]) => (
        <li>
          <a href={`/people/${person.id}/${file}.jpg`} download={`${person.id}-${file}.jpg`}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a href={`/outbox?to=${encodeURIComponent(person.email)}`}>{words.mail(name)}</a>
      </li>
      <li>
        <a href={`/outbox/handset?number=${encodeURIComponent(person.phone)}`}>{words.texts(name)}</a>
      </li>
    </ul>
  );
}

function tone(person: SandboxPerson): 'good' | 'wait' | 'bad' {
  switch (person.outcome) {
    case 'passes':
    case 'passes-without-tax-record':
      return 'good';
    case 'needs-review':
    case 'taxpayer-number':
    case 'authority-times-out':
    case 'blurry-photo':
    case 'passport-instead':
    case 'foreign-passport':
    case 'expired-license':
      return 'wait';
    default:
      return 'bad';
  }
}

function shownDate({ lang }: Frame, iso: string): string {
  const locale = lang === 'es' ? 'es-US' : 'en-US';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
