import { z } from 'zod';
import type { Language } from '../../kernel/index.ts';

export const address = z.url({ protocol: /^https?$/ });

export const inEachLanguage = (text: z.ZodString) =>
  z.strictObject({ en: text, es: text } satisfies Record<Language, z.ZodString>);
