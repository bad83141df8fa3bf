import type { Child } from 'hono/jsx';
import {
  type Have,
  havesIn,
  type MissingThing,
  type Path,
  type Plan,
  type Situation,
} from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { BackLink, ButtonGroup, ButtonLink, Page, type PageFrame } from '../../ui/index.ts';
import { ExitLinks, pathOf } from '../step/index.ts';
import { recoverPath } from '../subject.ts';
import { OnlineWay } from './online-way.tsx';

/** `not-here`: a proof was refused for good. */
export type Trouble = Situation | 'not-here';

export interface SituationPageProps {
  readonly frame: PageFrame;
  readonly request: PendingRequest | undefined;
  readonly trouble: Trouble;
  /** In a recovery, which goes on with another method in this very browser. */
  readonly recovers: boolean;
  readonly plan: (have: Have) => Plan;
  /** A case that can go on with another document alone. */
  readonly otherDocument: boolean;
  readonly askAgency: Child;
}

/** What is possible for somebody in this situation: online, how long it takes, and who else helps (finding P6). */
export function SituationPage(props: SituationPageProps) {
  const { frame, request, trouble, recovers, otherDocument } = props;
  const { otherWays: say } = words(frame.lang).proofing;
  const { title, lead, when, also } = trouble === 'not-here' ? say.notHere : say.situations[trouble];
  const cases = casesOf(props);
  const possible = cases.some(({ path }) => path !== undefined);
  return (
    <Page frame={frame} title={title} above={<BackLink href="/verify">{say.back}</BackLink>}>
      <h1>{title}</h1>
      <p class="signet-lead">{lead}</p>
      {cases.map(({ path }, at) => (
        <OnlineWay frame={frame} path={path} when={when[at]} />
      ))}
      {possible ? also.map((text) => <p>{text}</p>) : null}
      {possible ? (
        <ButtonGroup>
          {otherDocument ? (
            <ChooseDocument frame={frame} />
          ) : (
            <ButtonLink href="/verify">{say.ways.start}</ButtonLink>
          )}
        </ButtonGroup>
      ) : (
        missingIn(props, cases).map((thing) => <Missing frame={frame} thing={thing} />)
      )}
      {recovers ? <OtherMethods frame={frame} /> : props.askAgency}
      {!possible && also.length > 0 ? (
        <>
          <h2>{say.getCard}</h2>
          {also.map((text) => (
            <p>{text}</p>
          ))}
        </>
      ) : null}
      <ExitLinks frame={frame} links={[{ href: '/verify/other-ways', text: say.choose }]} request={request} />
    </Page>
  );
}

interface Case {
  readonly plan: Plan;
  /** The best one that keeps to what the person said of the face check. */
  readonly path: Path | undefined;
}

function casesOf({ trouble, recovers, plan }: SituationPageProps): readonly Case[] {
  if (trouble === 'not-here') return [];
  return havesIn(trouble).map((have) => {
    const planned = plan(recovers ? { ...have, mail: false } : have); // no letter gives an account back
    const path = planned.paths.find(({ course }) => course.withoutFace !== have.faceCheck);
    return { plan: planned, path };
  });
}

/** Somebody who said that they have no document is not asked for one again. */
const missingIn = ({ trouble }: SituationPageProps, cases: readonly Case[]): readonly MissingThing[] => [
  ...new Set(cases.flatMap(({ plan }) => (trouble === 'none-of-these' ? [] : plan.missing))),
];

const ChooseDocument = ({ frame }: { readonly frame: PageFrame }) => (
  <ButtonLink href={pathOf('choose')}>{words(frame.lang).proofing.photo.otherDocument}</ButtonLink>
);

/** One thing with which it could be done here after all. */
function Missing({ frame, thing }: { readonly frame: PageFrame; readonly thing: MissingThing }) {
  const say = words(frame.lang).proofing.otherWays;
  return (
    <>
      <h2>{say.missing[thing].heading}</h2>
      <p>{say.missing[thing].body}</p>
      {thing === 'a-document' ? (
        <ButtonGroup>
          <ChooseDocument frame={frame} />
        </ButtonGroup>
      ) : null}
      {thing === 'a-number' ? (
        <p>
          <a href="/verify/other-ways/itin">{say.situations.itin.choice}</a>
        </p>
      ) : null}
    </>
  );
}

function OtherMethods({ frame }: { readonly frame: PageFrame }) {
  const { recovery } = words(frame.lang).proofing;
  return (
    <>
      <h2>{recovery.ladder.heading}</h2>
      <p>{recovery.ladder.body}</p>
      <ButtonGroup>
        <ButtonLink href={recoverPath}>{recovery.otherWays}</ButtonLink>
      </ButtonGroup>
    </>
  );
}
