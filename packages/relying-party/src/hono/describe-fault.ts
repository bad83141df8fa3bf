/**
 * A fault for the log: its kind, its code and where it happened. Its message is left out, because it may quote
 * what a person sent or what Signet said about them.
 */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [fault.name, code, ...frames.slice(0, 3)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}
