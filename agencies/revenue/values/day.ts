/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

export const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);
