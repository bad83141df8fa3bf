import type { CodeBy } from '../../records/index.ts';

/** In which ways a code gets to a phone: one that was bound for texts is called too, where calls are made at all. */
export function waysTo(kind: CodeBy, calls: boolean): readonly CodeBy[] {
  const byCall = calls ? (['voice'] as const) : [];
  return kind === 'text' ? ['text', ...byCall] : byCall;
}
