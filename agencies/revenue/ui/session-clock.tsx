import { sessionLimits } from '../config/config.ts';
import { words } from '../locales/index.ts';
import { addressesOf, type Frame } from './frame.ts';
import { SignOutButton } from './masthead.tsx';

/** Warns before the session ends for want of activity and lets it be extended (WCAG 2.2.1). */
export function SessionClock({ frame }: { readonly frame: Frame }) {
  const { clock } = words(frame.lang);
  const { session, signedOut } = addressesOf(frame);
  return (
    <session-clock
      idle-seconds={String(sessionLimits.idleMs / 1000)}
      session-at={session}
      gone-to={`${signedOut}?away=1`}
    >
      <dialog aria-labelledby="clock-title">
        <h2 id="clock-title">{clock.title}</h2>
        <p>{clock.text}</p>
        <div class="ways">
          <button class="button" type="button" data-stay>
            {clock.stay}
          </button>
          <SignOutButton frame={frame} />
        </div>
      </dialog>
    </session-clock>
  );
}
