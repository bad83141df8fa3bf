import type { PhoneLinkView } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Progress } from '../../ui/index.ts';
import { photoWords } from '../capture/index.ts';
import type { StepVisit } from '../step/index.ts';
import { stageOf } from './stage.ts';

interface DeskProgressProps {
  readonly at: StepVisit;
  readonly link: PhoneLinkView;
}

/** What the phone has done and what it does now. Photos that were there before stand in it as done. */
export function DeskProgress({ at, link }: DeskProgressProps) {
  const { steps, waiting, moved, stay } = words(at.frame.lang).proofing.phoneCapture.desk;
  const photos = link.roles.map((role) => ({ id: role, text: photoWords(at, role).row }));
  return (
    <Progress
      frame={at.frame}
      statusUrl={`/verify/use-phone/progress?seen=${link.standing.is}`}
      stages={[{ id: 'link', text: steps.link }, { id: 'words', text: steps.words }, ...photos]}
      current={stageOf(link)}
      say={{ working: waiting, slow: stay, finished: moved }}
      longestDelay={3000}
    />
  );
}
