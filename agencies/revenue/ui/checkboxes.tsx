import type { Choice } from './form.tsx';

/** Several of a list: each its own field, `name-value`, so that a repeated name is never taken for a choice. */
export function Checkboxes({
  name,
  label,
  hint,
  problem,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}) {
  const [hintId, problemId] = [hint && `${name}-hint`, problem && `${name}-problem`];
  return (
    <fieldset
      class={problem ? 'field field-wrong' : 'field'}
      aria-describedby={[hintId, problemId].filter(Boolean).join(' ') || undefined}
    >
      <legend>{label}</legend>
      {hint ? (
        <p class="hint small" id={hintId}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p class="problem" id={problemId}>
          {problem}
        </p>
      ) : null}
      {choices.map(({ value, label: text, note }, at) => {
        const id = at === 0 ? name : `${name}-${value}`;
        return (
          <div class="choice">
            <input
              type="checkbox"
              id={id}
              name={`${name}-${value}`}
              value="on"
              checked={chosen.includes(value)}
            />
            <label for={id}>
              {text}
              {note ? <span class="small choice-note">{note}</span> : null}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
