import type { Day } from '../amounts-and-dates/day.ts';
import { type Scope, scopes } from './authorization.ts';

/** The form as it was typed, to show again when something is wrong with it. */
export interface TypedAuthorization {
  readonly number: string;
  readonly years: readonly string[];
  readonly scopes: readonly string[];
  readonly until: string;
  readonly formKey: string;
}

/** What a person wants to allow. What is possible is judged by `authorize.ts`. */
export interface AuthorizationWish {
  readonly professional: string;
  readonly taxYears: readonly number[];
  readonly scopes: readonly Scope[];
  readonly until: Day;
  readonly formKey: string;
}

export type AuthorizationField = 'number' | 'years' | 'scopes' | 'until';

/** A wish, or the fields that nobody could make one of. */
export function readAuthorizationForm(
  typed: TypedAuthorization,
): { readonly wish: AuthorizationWish } | { readonly wrong: readonly AuthorizationField[] } {
  const professional = typed.number.replaceAll(/[\s-]/g, '').toUpperCase();
  const taxYears = typed.years.filter((year) => /^\d{4}$/.test(year)).map(Number);
  const chosen = scopes.filter((scope) => typed.scopes.includes(scope));
  const wrong: AuthorizationField[] = [];
  if (!/^P\d{8}$/.test(professional)) wrong.push('number');
  if (taxYears.length === 0) wrong.push('years');
  if (chosen.length === 0) wrong.push('scopes');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.until)) wrong.push('until');
  if (wrong.length > 0) return { wrong };
  return { wish: { professional, taxYears, scopes: chosen, until: typed.until, formKey: typed.formKey } };
}
