import { type Lang, words } from '../../locales/index.ts';

export interface StepIndicatorProps {
  readonly lang: Lang;
  /** Names of all steps in order. */
  readonly steps: readonly string[];
  /** Index of the current one, from 0. */
  readonly current: number;
}

/** "Step 2 of 5: Your documents", with a bar for the eye; above the heading. */
export function StepIndicator(props: StepIndicatorProps) {
  const { steps: say } = words(props.lang).common;
  const name = props.steps[props.current] ?? '';
  return (
    <div class="usa-step-indicator">
      <ol class="usa-step-indicator__segments" aria-label={say.label}>
        {props.steps.map((step, index) => (
          <li
            class={`usa-step-indicator__segment usa-step-indicator__segment--${stateOf(index, props.current)}`}
            aria-current={index === props.current ? 'step' : undefined}
          >
            <span class="usa-sr-only">
              {step}: {say[stateOf(index, props.current)]}
            </span>
          </li>
        ))}
      </ol>
      <p class="usa-step-indicator__heading">
        <span class="usa-step-indicator__counter">
          {say.position(props.current + 1, props.steps.length)}:
        </span>{' '}
        {name}
      </p>
    </div>
  );
}

const stateOf = (index: number, current: number): 'done' | 'current' | 'toDo' => {
  if (index < current) return 'done';
  return index === current ? 'current' : 'toDo';
};
