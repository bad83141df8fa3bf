/** A rule of `docs/controls.md`. */
export type RuleId = `${'A' | 'B' | 'C' | 'P'}${number}`;

/** Why a level was reached or not, in codes: what a person reads comes from the locale by `code`. */
export interface Reason {
  readonly rule: RuleId;
  readonly code: string;
  readonly ok: boolean;
}

export const met = (rule: RuleId, code: string): Reason => ({ rule, code, ok: true });
export const unmet = (rule: RuleId, code: string): Reason => ({ rule, code, ok: false });

/** Each reason once, in the order in which it was first given. */
export function distinct(reasons: readonly Reason[]): Reason[] {
  const byName = new Map(reasons.map((reason) => [`${reason.rule} ${reason.code} ${reason.ok}`, reason]));
  return [...byName.values()];
}
