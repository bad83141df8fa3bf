import type { SandboxPerson } from '../people/person.ts';
import { outcomeTitles } from '../people/stories.ts';
import { BreakableAddress } from './breakable-address.tsx';
import { wordsIn } from './language.ts';
import type { Frame } from './page.tsx';
import { shownPhone } from './shown-phone.ts';

/** One person of the list: who they are, what they show and how it ends; opened, all that a visitor types and sends. */
export function PersonEntry({ frame, person }: { frame: Frame; person: SandboxPerson }) {
  const words = wordsIn(frame.lang).person;
  const name = `${person.givenName} ${person.familyName}`.trim();
  return (
    <details class="person" id={person.id}>
      <summary class="person-line">
        <h3 class="person-name">{name}</h3>
        <span class="person-document">{words.documents[person.document]}</span>
        <span class={`outcome outcome-${tone(person)}`}>{outcomeTitles[person.outcome][frame.lang]}</span>
        <span class="person-story">{person.story[frame.lang]}</span>
      </summary>
      <div class="person-more">
        <img
          class="portrait"
          src={`/people/${person.id}/portrait.jpg`}
          alt={words.portraitAlt(name)}
          width="413"
          height="531"
          loading="lazy"
        />
        <Facts frame={frame} person={person} />
        <Downloads frame={frame} person={person} name={name} />
      </div>
    </details>
  );
}

function Facts({ frame, person }: { frame: Frame; person: SandboxPerson }) {
  const words = wordsIn(frame.lang).person;
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
