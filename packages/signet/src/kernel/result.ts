/** An expected outcome: a value, or an error with a stable `code` that the caller switches on exhaustively. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <const E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** For the `default` of an exhaustive switch: it does not compile when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${String(value)}`);
}
