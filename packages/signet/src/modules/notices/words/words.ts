import type {
  AuthenticatorName,
  CallName,
  CallTemplates,
  LetterName,
  LetterTemplates,
  NoticeTemplates,
  TemplateName,
  TextName,
  TextTemplates,
} from '../templates.ts';

/** What every message may name besides its own values. */
export interface Service {
  readonly name: string;
  /** Where a person says "this was not me". */
  readonly notMeUrl: string;
  /** An IANA name, `America/New_York`: what times are said in. */
  readonly timeZone: string;
}

/** A message's words: the subject, and the text as paragraphs. */
export interface Written {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** One language: complete or it does not compile. */
export type Words = WordsOf<Pick<NoticeTemplates, TemplateName>>;

export type WordsOf<Templates> = {
  readonly [Name in keyof Templates]: (values: Templates[Name], service: Service) => Written;
};

/** One language's text messages. */
export type TextWords = TextWordsOf<Pick<TextTemplates, TextName>>;

export type TextWordsOf<Templates> = {
  readonly [Name in keyof Templates]: (values: Templates[Name], service: Service) => string;
};

/** One language's calls: what is spoken, with a silence after each part. */
export type CallWords = {
  readonly [Name in CallName]: (values: CallTemplates[Name], service: Service) => readonly string[];
};

/** One language's letters. The code stands after the first paragraph. */
export type LetterWords = {
  readonly [Name in LetterName]: (
    values: LetterTemplates[Name] & { readonly at: Date },
    service: Service,
  ) => WrittenLetter;
};

export interface WrittenLetter extends Written {
  /** The day that stands at its head. */
  readonly date: string;
}

/** The code twice, a digit at a time. */
export const spokenTwice = (code: string, again: string): readonly string[] => [...code, again, ...code];

/**
 * The last line of a text with a code. It binds the code to our own host: phones that know the form offer to fill it
 * in there and nowhere else.
 */
export const boundTo = ({ notMeUrl }: Service, code: string): string =>
  `@${new URL(notMeUrl).hostname} #${code}`;

/** Where a link leads, as an address bar shows it. */
export const hostOf = (link: string): string => new URL(link).host;

/** The same with its page, for somebody who types it from paper, where no line breaks it. */
export const typedFrom = (link: string): string => {
  const { host, pathname } = new URL(link);
  return `${host}${pathname}`;
};

export type AuthenticatorWords = Readonly<Record<AuthenticatorName, string>>;

/** "June 3, 2026 at 10:05 AM EDT": the reader's own time zone is not known, so it is the service's, by its name. */
export const timeIn =
  (locale: string) =>
  (at: Date, timeZone: string): string => {
    const zone = { timeZone, timeZoneName: 'short' } as const;
    const day = {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    } as const;
    return new Intl.DateTimeFormat(locale, { ...day, ...zone }).format(at);
  };

/** "June 24, 2026", in the service's time zone. */
export const dayIn =
  (locale: string) =>
  (at: Date, timeZone: string): string =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone }).format(at);
