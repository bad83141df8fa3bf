const hour = 3_600_000;

/** A wait in words of whole hours, rounded up: nobody comes back too soon. */
export const hoursUntil = (again: Date): number => Math.ceil((again.getTime() - Date.now()) / hour);
