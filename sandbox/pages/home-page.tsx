import type { SandboxPerson } from '../people/person.ts';
import { sandboxPhones } from '../people/phones.ts';
import { wordsIn } from './language.ts';
import { type Frame, Page } from './page.tsx';
import { PersonEntry } from './person-entry.tsx';
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
            <PersonEntry frame={frame} person={person} />
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
