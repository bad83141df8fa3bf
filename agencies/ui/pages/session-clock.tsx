import type { Child } from 'hono/jsx';

interface SessionClockProps {
  readonly idleMs: number;
  /** Answers whether the session lives, and keeps it alive. */
  readonly sessionAt: string;
  /** Where the browser goes when the session has ended. */
  readonly signedOutAt: string;
  /** The page to come back to. */
  readonly page: string;
  readonly say: { readonly title: string; readonly text: string; readonly stay: string };
  /** The button that signs out. */
  readonly children: Child;
}

/** Warns before the session ends for want of activity and lets it be extended (WCAG 2.2.1). */
export function SessionClock({ idleMs, sessionAt, signedOutAt, page, say, children }: SessionClockProps) {
  return (
    <session-clock
      idle-seconds={String(idleMs / 1000)}
      session-at={sessionAt}
      gone-to={`${signedOutAt}?away=1`}
      page-at={page}
    >
      <dialog aria-labelledby="clock-title">
        <h2 id="clock-title">{say.title}</h2>
        <p>{say.text}</p>
        <div class="ways">
          <button class="button" type="button" data-stay>
            {say.stay}
          </button>
          {children}
        </div>
      </dialog>
    </session-clock>
  );
}
