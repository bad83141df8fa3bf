import type { Federation } from '../../modules/federation/index.ts';
import { formatDay, formatList, type Lang, words } from '../locales/index.ts';
import { Button, Form, type PageFrame } from '../ui/index.ts';

type Connected = Awaited<ReturnType<Federation['connections']>>;

/** Agencies with remembered consent (C4): what each may see, and the end of it. */
export function Connections({ frame, connections }: { frame: PageFrame; connections: Connected }) {
  const say = words(frame.lang).yourAccount.agencies;
  if (connections.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <ul class="signet-connections">
        {connections.map((connection) => (
          <li>
            <Connection frame={frame} connection={connection} />
          </li>
        ))}
      </ul>
      <p class="usa-hint">{say.revokeHint}</p>
    </>
  );
}

function Connection({ frame, connection }: { frame: PageFrame; connection: Connected[number] }) {
  const say = words(frame.lang).yourAccount.agencies;
  const name = connection.name[frame.lang];
  const since = formatDay(frame.lang, connection.givenAt.toISOString().slice(0, 10));
  return (
    <>
      <h3>{name}</h3>
      <p>
        {say.given(itemsOf(connection.items, frame.lang))} {say.since(since)}.
      </p>
      <Form frame={frame} action="/account/agencies/end">
        <input type="hidden" name="agency" value={connection.agency} />
        <Button kind="link" about={name}>
          {say.revoke}
        </Button>
      </Form>
    </>
  );
}

/** "your name, your date of birth and your Social Security number" */
function itemsOf(items: readonly string[], lang: Lang): string {
  const names = words(lang).consent.items as Readonly<Record<string, string>>;
  const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  return formatList(
    lang,
    items.map((item) => inSentence(names[item] ?? item)),
  );
}
