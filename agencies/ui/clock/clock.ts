/** What time it is, and which calendar day that is where the agency is. Nobody else of an agency asks what day it is. */
export interface Clock {
  /** An IANA name, `America/New_York`: what a moment is written in. */
  readonly timeZone: string;
  now(): Date;
  /** `YYYY-MM-DD`. */
  today(): string;
  /** The day on which a moment was, `YYYY-MM-DD`. */
  dayOf(at: Date): string;
}

/** Where the agencies are, unless an option says otherwise. */
export const defaultTimeZone = 'America/New_York';

/**
 * A clock that hangs at the agency. A day ends at midnight there, not at midnight UTC, which on the East Coast is 7 or
 * 8 o'clock in the evening: a tax is paid in time until the last minute of the day. Throws for a zone that there is not.
 */
export function clockIn(timeZone: string = defaultTimeZone, now: () => Date = () => new Date()): Clock {
  const calendar = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (at: Date): string => {
    const parts = new Map(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
  return { timeZone, now, today: () => dayOf(now()), dayOf };
}
