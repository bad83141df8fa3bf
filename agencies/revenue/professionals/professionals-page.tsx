import type { Clock } from '@signet/agencies-ui/clock';
import { Form, Submit } from '@signet/agencies-ui/forms';
import { formatDay, type Lang, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { type Authorization, stateNow } from './authorization.ts';

export interface ProfessionalsPageProps {
  readonly frame: Frame;
  /** The latest first. */
  readonly given: readonly Authorization[];
  readonly done: 'given' | 'ended' | undefined;
  readonly clock: Clock;
}

/** The professionals whom the person authorized, for what and until when, and the way to end it. */
export function ProfessionalsPage({ frame, given, done, clock }: ProfessionalsPageProps) {
  const { lang } = frame;
  const { professionals: say, profile } = words(lang);
  const isRunning = given.some((one) => stateNow(one, clock) === 'running');
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/profile">{profile.title}</a>
        </p>
        {done ? (
          <p class="notice" role="status">
            {say.done[done]}
          </p>
        ) : null}
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        {isRunning ? null : <p>{say.none}</p>}
        <ul class="entries">
          {given.map((one) => (
            <li class="entry">
              <Given frame={frame} one={one} clock={clock} />
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href="/professionals/new">
            {say.start}
          </a>
        </p>
        <p class="small">{say.scope}</p>
      </div>
    </Page>
  );
}

function Given({
  frame,
  one,
  clock,
}: {
  readonly frame: Frame;
  readonly one: Authorization;
  readonly clock: Clock;
}) {
  const { lang } = frame;
  const { professionals: say } = words(lang);
  const { id, professional, taxYears, from, until, endedAt } = one;
  const state = stateNow(one, clock);
  const name = say.nameOf(professional.name, professional.number);
  return (
    <>
      <strong>{name}</strong>
      <span class="tag">{say.states[state]}</span>
      <span class="small">{`${scopeNames(lang, one)} · ${taxYears.join(', ')}`}</span>
      <span class="small">
        {endedAt
          ? say.endedOn(formatDay(lang, clock.dayOf(endedAt)))
          : say.period(formatDay(lang, from), formatDay(lang, until))}
      </span>
      {state === 'running' ? (
        <Form frame={frame} action={`/professionals/${id}/end`}>
          <Submit quiet>
            {say.end}
            <span class="unseen">{`: ${name}`}</span>
          </Submit>
        </Form>
      ) : null}
    </>
  );
}

export const scopeNames = (lang: Lang, { scopes }: Pick<Authorization, 'scopes'>): string =>
  scopes.map((scope) => words(lang).professionals.scopes[scope].name).join(', ');
