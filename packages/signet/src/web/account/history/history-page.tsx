import { words } from '../../locales/index.ts';
import { LocalTime, type PageFrame } from '../../ui/index.ts';
import { AccountSection, sections } from '../layout/index.ts';
import type { Act, Group } from './activity.ts';

export interface HistoryPageProps {
  readonly frame: PageFrame;
  readonly group: Group | undefined;
  readonly acts: readonly Act[];
  /** Position before which the next page begins. */
  readonly earlier: number | undefined;
  readonly isFirst: boolean;
}

export function HistoryPage(props: HistoryPageProps) {
  const { frame, group, acts, earlier } = props;
  const say = words(frame.lang).account.history;
  return (
    <AccountSection frame={frame} section="history" title={say.title}>
      <p class="signet-muted">{say.lead}</p>
      <Filter frame={frame} group={group} />
      {acts.length > 0 ? <Acts frame={frame} acts={acts} /> : <p>{say.none}</p>}
      {earlier === undefined && props.isFirst ? null : (
        <p class="signet-pages">
          {props.isFirst ? null : <a href={hrefOf(group)}>{say.newest}</a>}
          {earlier === undefined ? null : <a href={hrefOf(group, earlier)}>{say.earlier}</a>}
        </p>
      )}
      <p class="usa-hint">{say.zone}</p>
    </AccountSection>
  );
}

/** Also the last few of something elsewhere, e.g. what one agency was given. */
export function Acts({ frame, acts }: { readonly frame: PageFrame; readonly acts: readonly Act[] }) {
  return (
    <ol class="signet-acts">
      {acts.map((act) => (
        <li>
          <p class="signet-acts__what">{act.text}</p>
          {act.given ? <p>{act.given}</p> : null}
          {act.unusual ? <p>{act.unusual}</p> : null}
          <p class="signet-acts__when">
            <LocalTime lang={frame.lang} at={act.at} />
            {act.by ? <span> · {act.by}</span> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Filter({ frame, group }: { readonly frame: PageFrame; readonly group: Group | undefined }) {
  const { groups, show } = words(frame.lang).account.history;
  const choices = Object.entries(groups) as [Group | 'all', string][];
  return (
    <nav class="signet-filter" aria-label={show}>
      <ul>
        {choices.map(([name, text]) => (
          <li>
            <a
              href={hrefOf(name === 'all' ? undefined : name)}
              aria-current={name === (group ?? 'all') ? 'true' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function hrefOf(group: Group | undefined, before?: number): string {
  const query = new URLSearchParams({
    ...(group ? { show: group } : {}),
    ...(before === undefined ? {} : { before: String(before) }),
  }).toString();
  return query ? `${sections.history}?${query}` : sections.history;
}
