import { words } from '../../locales/index.ts';
import { Progress } from '../../ui/index.ts';
import type { StepPage, StepVisit } from '../step/index.ts';
import { StepLayout, Waiting } from '../step/index.ts';
import { currentStage } from './current-stage.ts';

export const checkingStep: StepPage = {
  section: 'send',
  async draw(at) {
    const progress = await at.needs.proofing.progress(at.person);
    return <CheckingPage at={at} current={currentStage(progress)} />;
  },
};

/** The checks as they run. It follows them by script, and without script by loading itself again. */
function CheckingPage({ at, current }: { readonly at: StepVisit; readonly current: string }) {
  const { frame } = at;
  const { proofing, common } = words(frame.lang);
  const { face: _none, ...others } = proofing.checking.stages;
  const stages = at.view.answers.withoutFace ? others : proofing.checking.stages;
  return (
    <StepLayout at={at} section="send" title={common.progress.title} refreshSeconds={4}>
      <h1>{common.progress.title}</h1>
      <Waiting at={at} lead={proofing.checking.lead} />
      <Progress
        frame={frame}
        statusUrl="/verify/progress"
        stages={Object.entries(stages).map(([id, text]) => ({ id, text }))}
        current={current}
      />
    </StepLayout>
  );
}
