import { words } from '../locales/index.ts';
import { Alert } from '../ui/index.ts';
import type { StepVisit } from './step.ts';

/** Where sample photos and numbers are, for people who try the sandbox. Drawn nowhere else. */
export function SandboxHint({ at, about }: { readonly at: StepVisit; readonly about: 'photo' | 'number' }) {
  const { sandboxHome } = at.deps;
  if (!sandboxHome) return null;
  const say = words(at.frame.lang).proofing.sandbox;
  return (
    <Alert lang={at.frame.lang} kind="info" heading={say[`${about}Title`]}>
      <p>
        {say[`${about}Body`]}{' '}
        <a href={sandboxHome} target="_blank" rel="noopener">
          {say[`${about}Link`]} {say.newTab}
        </a>
      </p>
    </Alert>
  );
}
