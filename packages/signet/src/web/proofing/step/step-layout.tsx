import type { Child } from 'hono/jsx';
import type { StepName } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { BackLink, type FieldProblem, Page, StepIndicator } from '../../ui/index.ts';
import { ExitLinks, type WaysOutProps } from './exit-links.tsx';
import { pathOf, type StepPage, type StepVisit } from './step.ts';

export interface StepLayoutProps {
  readonly at: StepVisit;
  readonly section: StepPage['section'];
  readonly title: string;
  readonly problems?: readonly FieldProblem[];
  readonly refreshSeconds?: number | undefined;
  /** Where back leads, if not to the step before. */
  readonly back?: StepName;
  /** Other ways than this step's, at the foot. */
  readonly links?: WaysOutProps['links'];
  /** The agency to go back to, where there is nothing to do here for now. */
  readonly wayBack?: StepVisit['request'];
  readonly children: Child;
}

/** What every step has: the way back, where one is, and the way out (A17: on each page). */
export function StepLayout(props: StepLayoutProps) {
  const { at, section, title, problems = [], refreshSeconds, links = [] } = props;
  const { frame } = at;
  const say = words(frame.lang);
  const { face: _none, ...faceless } = say.proofing.sections;
  const sections = at.view.answers.withoutFace ? faceless : say.proofing.sections;
  const back = props.back ?? pageBefore(at);
  const above = (
    <>
      {back ? <BackLink href={pathOf(back)}>{say.common.frame.back}</BackLink> : null}
      {at.view.recovers ? <p class="signet-journey">{say.proofing.recovery.journey}</p> : null}
      <StepIndicator
        lang={frame.lang}
        steps={Object.values(sections)}
        current={Object.keys(sections).indexOf(section)}
      />
    </>
  );
  return (
    <Page frame={frame} title={title} problems={problems} above={above} refreshSeconds={refreshSeconds}>
      {props.children}
      <ExitLinks frame={frame} links={links} stop request={props.wayBack} decided />
    </Page>
  );
}

/** Pages with a way to change each answer. */
const changedFrom: readonly StepName[] = ['ssn', 'check-answers', 'decision'];

/** Back goes to the question before, or to the page from which an answer is being changed. */
function pageBefore({ view, step }: StepVisit): StepName | undefined {
  if (step === 'checking' || step === 'letter' || step === 'decision') return undefined;
  const changes = changedFrom.some((place) => place === view.step) && step !== view.step;
  if (changes) return view.step;
  return view.open[view.open.indexOf(step) - 1];
}
