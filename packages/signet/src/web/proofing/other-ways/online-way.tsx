import type { Path, Wait } from '../../../modules/proofing/index.ts';
import { type Words, words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';

type Say = Words['proofing']['otherWays']['ways'];

interface OnlineWayProps {
  readonly frame: PageFrame;
  readonly path: Path | undefined;
  /** For whom it is, where the page has several. */
  readonly when: string | undefined;
}

/** One way online: how, how long, and what to have ready; or that there is none in this case. */
export function OnlineWay({ frame, path, when }: OnlineWayProps) {
  const { otherWays, choose } = words(frame.lang).proofing;
  const { ways: say } = otherWays;
  if (!path) {
    return when ? (
      <>
        <h2>{when}</h2>
        <p>{say.notOnline}</p>
      </>
    ) : null;
  }
  const { waits, photos, course } = path;
  return (
    <>
      <h2>{when ?? say.headings[waits[0]?.for ?? 'now']}</h2>
      {photos === 'this-device' ? null : <p>{say.photos[photos]}</p>}
      <p>{timeOf(say, waits)}</p>
      {course.withoutFace ? (
        <p>{say.documents(mailable.map((kind) => choose.choices[kind].label).join(', '))}</p>
      ) : null}
      {waits.flatMap(reasonsOf).map((reason) => (
        <p>{say.ready[reason]}</p>
      ))}
    </>
  );
}

/** Documents that say where their holder lives. */
const mailable = ['license', 'state-id'] as const;

function timeOf(say: Say, waits: readonly Wait[]): string {
  if (waits.length === 0) return say.now;
  return [
    say.send,
    ...waits.map((wait) => (wait.for === 'person' ? say.person(wait.withinDays) : say.letter)),
  ].join(' ');
}

/** What a person who looks will ask for. */
const reasonsOf = (wait: Wait) =>
  wait.for === 'person' ? wait.reasons.filter((one) => one === 'no-phone' || one === 'taxpayer-number') : [];
