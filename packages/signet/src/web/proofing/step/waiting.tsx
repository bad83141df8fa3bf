import { words } from '../../locales/index.ts';
import { LocalTime } from '../../ui/index.ts';
import type { StepVisit } from './step.ts';

/** Which office does not answer, that it counts against nobody, and when it is asked again. */
export function Waiting({ at, lead }: { readonly at: StepVisit; readonly lead?: string }) {
  const { frame, view } = at;
  const { waiting } = view;
  const say = words(frame.lang).proofing.pending;
  if (!waiting) return lead ? <p class="signet-lead">{lead}</p> : null;
  const reasons = say[waiting.why];
  return (
    <>
      <p class="signet-lead">{reasons[waiting.office]}</p>
      {waiting.tryAt.getTime() > Date.now() ? (
        <p>
          {say.tryAt} <LocalTime lang={frame.lang} at={waiting.tryAt} />.
        </p>
      ) : (
        <p>{say.tryNow}</p>
      )}
    </>
  );
}
