/** What a person can do about it is another thing each time (finding P4). */
export function whyNoCamera(error: unknown): 'denied' | 'absent' | 'failed' {
  const { name } = error as { name?: string };
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'failed';
}
