import { sessionClock, staticFile } from '@signet/relying-party/hono';

const here = (name: string) => staticFile(import.meta.dirname, name);

export const assets = {
  style: here('benefits.css'),
  details: here('details.css'),
  forms: here('forms.css'),
  icon: here('benefits.svg'),
  sessionClock,
} as const;
