import { benefitsFor } from '../benefits.ts';
import { formatDay, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { VerifiedPerson } from '../verified-person.ts';

/** Cards print names in capitals, and a greeting in capitals shouts. A name written otherwise stays as it is. */
const spoken = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase())
    : name;

interface WelcomePageProps {
  readonly frame: Frame;
  readonly person: VerifiedPerson | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function Details({ frame, person }: { readonly frame: Frame; readonly person: VerifiedPerson }) {
  const { welcome } = words(frame.lang);
  const tag = <span class="verified">{welcome.verified}</span>;
  return (
    <section class="details" aria-labelledby="details">
      <h2 id="details">{welcome.details}</h2>
      <dl>
        <div>
          <dt>{welcome.name}</dt>
          <dd>
            {person.givenName} {person.familyName} {tag}
          </dd>
        </div>
        <div>
          <dt>{welcome.birthDate}</dt>
          <dd>
            {formatDay(frame.lang, person.birthDate)} {tag}
          </dd>
        </div>
        <div>
          <dt>{welcome.address}</dt>
          <dd>
            {person.addressLines.length === 0 ? (
              welcome.notShared
            ) : (
              <>
                {person.addressLines.map((line) => (
                  <span class="line">{line}</span>
                ))}
                {tag}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{welcome.email}</dt>
          <dd>{person.email ?? welcome.notShared}</dd>
        </div>
      </dl>
    </section>
  );
}

/** The signed-in page: what Signet verified and the person shared, and what they may apply for. */
export function WelcomePage({ frame, person, today }: WelcomePageProps) {
  const { welcome, benefits } = words(frame.lang);
  if (person === null) {
    return (
      <Page frame={frame} title={welcome.title}>
        <h1>{welcome.title}</h1>
        <p class="lead">{welcome.nobody}</p>
      </Page>
    );
  }
  return (
    <Page frame={frame} title={welcome.title}>
      <h1>{welcome.greeting(spoken(person.givenName))}</h1>
      <p class="lead">{welcome.lead}</p>
      <Details frame={frame} person={person} />
      <h2>{welcome.benefitsTitle}</h2>
      <ul class="tiles">
        {benefitsFor(person.birthDate, today).map(({ name, from }) => (
          <li class={from === undefined ? 'tile tile-open' : 'tile'}>
            <h3>{benefits[name].title}</h3>
            <p>{benefits[name].text}</p>
            <p class="when">
              {from === undefined ? welcome.open : welcome.from(formatDay(frame.lang, from))}
            </p>
          </li>
        ))}
      </ul>
      <p>{welcome.how}</p>
    </Page>
  );
}
