import { sessionClock, staticFile } from '@signet/relying-party/hono';

const here = (name: string) => staticFile(import.meta.dirname, name);

/**
 * What the agencies' pages look alike in. Before an agency's own styles, which set the colors and fonts: `--ink`,
 * `--ink-soft`, `--accent`, `--paper`, `--sheet`, `--line`, `--rounded`, `--focus`, `--text`.
 */
export const sharedFiles = {
  baseStyle: here('base.css'),
  formStyle: here('forms.css'),
  sessionClock,
} as const;
