import type { Language } from '../../kernel/index.ts';
import { htmlPart } from './html-part.ts';
import type {
  CallName,
  CallTemplates,
  LetterName,
  LetterTemplates,
  NoticeTemplates,
  TemplateName,
  TextName,
  TextTemplates,
} from './templates.ts';
import { englishCalls } from './words/calls-en.ts';
import { spanishCalls } from './words/calls-es.ts';
import { english, englishTexts } from './words/en.ts';
import { spanish, spanishTexts } from './words/es.ts';
import { englishLetters } from './words/letters-en.ts';
import { spanishLetters } from './words/letters-es.ts';
import type { Service, WrittenLetter } from './words/words.ts';

const languages = { en: english, es: spanish } as const;
const texts = { en: englishTexts, es: spanishTexts } as const;
const letters = { en: englishLetters, es: spanishLetters } as const;
const calls = { en: englishCalls, es: spanishCalls } as const;

/** Subject, plain text and the same as HTML. Values come from Signet itself, never from what a stranger typed. */
export function writeMessage<Name extends TemplateName>(
  template: Name,
  lang: Language,
  values: NoticeTemplates[Name],
  service: Service,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { subject, paragraphs } = languages[lang][template](values, service);
  const signed = [...paragraphs, service.name];
  return { subject, text: `${signed.join('\n\n')}\n`, html: htmlPart(lang, subject, signed) };
}

/** The words of a text message. */
export const writeText = <Name extends TextName>(
  template: Name,
  lang: Language,
  values: TextTemplates[Name],
  service: Service,
): string => texts[lang][template](values, service);

/** What a call speaks, part by part. */
export const writeCall = <Name extends CallName>(
  template: Name,
  lang: Language,
  values: CallTemplates[Name],
  service: Service,
): readonly string[] => calls[lang][template](values, service);

/** The words of a letter. */
export const writeLetter = <Name extends LetterName>(
  template: Name,
  lang: Language,
  values: LetterTemplates[Name] & { readonly at: Date },
  service: Service,
): WrittenLetter => letters[lang][template](values, service);
