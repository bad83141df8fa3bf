import path from 'node:path';
import { sessionClock, staticFile } from '@signet/relying-party/hono';

const here = (name: string) => staticFile(import.meta.dirname, name);

/**
 * What the agencies' pages look alike in. Before an agency's own styles, which set the colors and fonts: `--ink`,
 * `--ink-soft`, `--accent`, `--on-accent`, `--wrong`, `--paper`, `--sheet`, `--line`, `--rounded`, `--focus`, `--text`; all
 * colors in light and in dark.
 */
export const sharedFiles = {
  baseStyle: here('base.css'),
  formStyle: here('forms.css'),
  sessionClock,
  keepTyped: staticFile(path.join(import.meta.dirname, '../language'), 'keep-typed.js'),
} as const;
