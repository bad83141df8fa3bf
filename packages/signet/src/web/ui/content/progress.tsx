import { words } from '../../locales/index.ts';
import type { PageFrame } from '../page-frame.ts';

export interface ProgressStage {
  /** As in the status JSON's `stage`. */
  readonly id: string;
  readonly text: string;
}

export interface ProgressProps {
  readonly frame: PageFrame;
  /** GET → `{ "stage": id, "done": boolean, "next": "/path" }`. */
  readonly statusUrl: string;
  readonly stages: readonly ProgressStage[];
  /** The stage at the moment of rendering: a reload shows where the work is. */
  readonly current: string;
  /** Other words than usual for the work, for when it takes long, and for its end. */
  readonly say?: { readonly working: string; readonly slow: string; readonly finished: string };
  /** Milliseconds between two looks at most, where somebody waits for another screen. */
  readonly longestDelay?: number;
}

/** Long work, stage by stage. Give the page `refreshSeconds` so that it moves on without script too. */
export function Progress(props: ProgressProps) {
  const say = words(props.frame.lang).common.progress;
  const at = props.stages.findIndex((stage) => stage.id === props.current);
  return (
    <signet-progress
      class="signet-progress"
      status-url={props.statusUrl}
      data-waiting={say.states.waiting}
      data-working={say.states.working}
      data-done={say.states.done}
      longest-delay={props.longestDelay}
      data-slow={props.say?.slow ?? say.slow}
      data-finished={props.say?.finished ?? say.finished}
    >
      <ol class="signet-progress__stages">
        {props.stages.map((stage, index) => (
          <li class="signet-progress__stage" data-stage={stage.id} data-state={stateOf(index, at)}>
            <span class="signet-progress__text">{stage.text}</span>
            <span class="signet-progress__state">{say.states[stateOf(index, at)]}</span>
          </li>
        ))}
      </ol>
      <p class="signet-status" role="status">
        {props.say?.working ?? say.working}
      </p>
    </signet-progress>
  );
}

const stateOf = (index: number, at: number): 'done' | 'working' | 'waiting' => {
  if (index < at) return 'done';
  return index === at ? 'working' : 'waiting';
};
