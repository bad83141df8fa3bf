import { proofKinds } from '../records/letters/letter.ts';
import type { ProofWish } from './proofs.ts';

/** The form as it was sent, to show again when something is wrong with it. */
export interface TypedRequest {
  readonly kind: string;
  readonly year: string;
}

export type RequestField = 'kind' | 'year';

/** A wish, or the fields that nobody could make one of. Only years that the form offers are looked for in it. */
export function readRequestForm(
  typed: TypedRequest,
  years: readonly number[],
): { readonly wish: ProofWish } | { readonly wrong: readonly RequestField[] } {
  const kind = proofKinds.find((one) => one === typed.kind);
  const taxYear = years.find((year) => String(year) === typed.year);
  if (kind && taxYear !== undefined) return { wish: { kind, taxYear } };
  return {
    wrong: [...(kind ? [] : (['kind'] as const)), ...(taxYear === undefined ? (['year'] as const) : [])],
  };
}
