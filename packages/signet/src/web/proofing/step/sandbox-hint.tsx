import { words } from '../../locales/index.ts';
import { Alert } from '../../ui/index.ts';
import type { StepVisit } from './step.ts';

type About = 'photo' | 'number' | 'phone' | 'code' | 'letter';

interface SandboxHintProps {
  readonly at: Pick<StepVisit, 'frame'> & { readonly needs: Pick<StepVisit['needs'], 'sandboxHome'> };
  readonly about: About;
}

/** Where sample photos and numbers are, for people who try the sandbox. Drawn nowhere else. */
export function SandboxHint({ at, about }: SandboxHintProps) {
  const { sandboxHome } = at.needs;
  if (!sandboxHome) return null;
  const say = words(at.frame.lang).proofing.sandbox;
  const href = about === 'code' || about === 'letter' ? new URL('/outbox', sandboxHome).href : sandboxHome;
  return (
    <Alert lang={at.frame.lang} kind="info" heading={say[`${about}Title`]}>
      <p>
        {say[`${about}Body`]}{' '}
        <a href={href} target="_blank" rel="noopener">
          {say[`${about}Link`]} {say.newTab}
        </a>
      </p>
    </Alert>
  );
}
