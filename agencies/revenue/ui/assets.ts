import { sessionClock, staticFile } from '@signet/relying-party/hono';

const here = (name: string) => staticFile(import.meta.dirname, name);

export const assets = {
  style: here('revenue.css'),
  home: here('home.css'),
  records: here('records.css'),
  forms: here('forms.css'),
  icon: here('revenue.svg'),
  sessionClock,
} as const;
