import { z } from 'zod';
import type { Language } from '../../kernel/index.ts';

/** In a browser. The address on an envelope is `postalAddress`. */
export const webAddress = z.url({ protocol: /^https?$/ });

export const inEachLanguage = (text: z.ZodString) =>
  z.strictObject({ en: text, es: text } satisfies Record<Language, z.ZodString>);
