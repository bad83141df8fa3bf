import { atStart } from '../../../kernel/index.ts';
import type { SessionView } from '../../../modules/authentication/index.ts';
import { deviceInWords, placeInWords } from '../../../modules/notices/index.ts';
import { formatList, type Lang, words } from '../../locales/index.ts';
import {
  Alert,
  Button,
  Card,
  DefinitionList,
  type Fact,
  Form,
  LocalTime,
  type PageFrame,
  Tag,
} from '../../ui/index.ts';
import { AccountSection } from '../layout/index.ts';

export interface DevicesPageProps {
  readonly frame: PageFrame;
  /** Where the reader is. */
  readonly here: string;
  readonly sessions: readonly SessionView[];
  /** What was done just now. */
  readonly ended: 'one' | 'others' | undefined;
}

export function DevicesPage({ frame, here, sessions, ended }: DevicesPageProps) {
  const say = words(frame.lang).account.devices;
  const others = sessions.filter(({ ref }) => ref !== here);
  return (
    <AccountSection frame={frame} section="devices" title={say.title}>
      {ended ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{ended === 'one' ? say.ended : say.endedAll}</p>
        </Alert>
      ) : null}
      <p class="signet-muted">{others.length > 0 ? say.lead : say.onlyHere}</p>
      {sessions.map((session) => (
        <Device frame={frame} session={session} here={session.ref === here} />
      ))}
      {others.length > 1 ? (
        <Form frame={frame} action="/account/devices/sign-out-others">
          <Button kind="danger">{say.signOutAll}</Button>
        </Form>
      ) : null}
      <p class="usa-hint">{say.placesHint}</p>
    </AccountSection>
  );
}

interface DeviceProps {
  readonly frame: PageFrame;
  readonly session: SessionView;
  readonly here: boolean;
}

function Device({ frame, session, here }: DeviceProps) {
  const say = words(frame.lang).account.devices;
  const name = atStart(deviceInWords(frame.lang, session.origin?.device ?? {}));
  return (
    <Card
      heading={name}
      footer={
        here ? undefined : (
          <Form frame={frame} action="/account/devices/sign-out">
            <input type="hidden" name="session" value={session.ref} />
            <Button kind="secondary" about={name}>
              {say.signOut}
            </Button>
          </Form>
        )
      }
    >
      {here ? (
        <p>
          <Tag tone="good">{say.here}</Tag>
        </p>
      ) : null}
      <DefinitionList facts={factsOf(session, here, frame.lang)} />
    </Card>
  );
}

function factsOf({ origin, events, signedInAt, lastSeenAt }: SessionView, here: boolean, lang: Lang): Fact[] {
  const say = words(lang).account.devices;
  const { names } = words(lang).account.history;
  const places = (origin?.places ?? []).flatMap((seen) => placeInWords(lang, seen.place) ?? []);
  const methods = [...new Set(events.map(({ method }) => names[method]))];
  const unusual = (origin?.signals ?? []).map((signal) => say.signals[signal]);
  return [
    {
      term: say.place,
      value: places.length > 0 ? atStart(formatList(lang, places)) : say.placeUnknown,
    },
    { term: say.how, value: atStart(formatList(lang, methods)) },
    { term: say.signedIn, value: <LocalTime lang={lang} at={signedInAt} /> },
    { term: say.lastSeen, value: here ? say.now : <LocalTime lang={lang} at={lastSeenAt} /> },
    ...(unusual.length > 0 ? [{ term: say.unusual, value: atStart(formatList(lang, unusual)) }] : []),
  ];
}
