import type { Clock, Database, Language, Redacted, Transact, Tx } from '../../kernel/index.ts';
import type { Disavowable } from './disavowable.ts';
import type {
  JobQueue,
  LetterPost,
  Mailer,
  MessageKeys,
  NotMailedReason,
  TextMessenger,
  VoiceCaller,
} from './ports.ts';
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
import type { Service } from './words/words.ts';

export interface Notices {
  /**
   * Writes the message in the person's language and queues its delivery, both within `tx`. Until delivery the
   * message is one encrypted row; the job carries only its id.
   */
  send<Name extends TemplateName>(
    tx: Tx,
    message: {
      readonly to: Redacted<string>;
      readonly template: Name;
      readonly lang: Language;
      readonly values: NoticeTemplates[Name];
      /** The notice's "this was not me" is then a link of its own, which undoes this very change (B16). */
      readonly disavows?: Disavowable | undefined;
    },
  ): Promise<void>;
  /**
   * The same as a text message to a phone (E.164). What is not delivered by `until` is forgotten: a code that no
   * longer counts only confuses.
   */
  text<Name extends TextName>(
    tx: Tx,
    message: {
      readonly to: Redacted<string>;
      readonly template: Name;
      readonly lang: Language;
      readonly values: TextTemplates[Name];
      readonly until: Date;
      readonly disavows?: Disavowable | undefined;
    },
  ): Promise<void>;
  /** The same as a call that speaks. Throws AppError `calls-are-off` at delivery where the deployment makes none. */
  call<Name extends CallName>(
    tx: Tx,
    message: {
      readonly to: Redacted<string>;
      readonly template: Name;
      readonly lang: Language;
      readonly values: CallTemplates[Name];
      readonly until: Date;
    },
  ): Promise<void>;
  /**
   * The same as a letter, in the matter `about`: while it waits it can be called back, and whoever asked hears where it is
   * never mailed. Throws AppError `letters-are-off` at delivery where the deployment mails none.
   */
  letter<Name extends LetterName>(
    tx: Tx,
    message: {
      readonly to: Redacted<readonly string[]>;
      readonly code: Redacted<string>;
      /** An identifier, kept in clear. */
      readonly about: string;
      /** Not handed to the post before then. */
      readonly leavesAt: Date;
      readonly template: Name;
      readonly lang: Language;
      readonly values: LetterTemplates[Name];
    },
  ): Promise<void>;
  /** Letters in these matters that wait to be handed over are forgotten, within the transaction that ends the matter. */
  callBackLetters(tx: Tx, about: readonly string[]): Promise<void>;
  /** The job: delivers and forgets. A message already delivered is nothing to do. */
  deliverMessage(id: string): Promise<void>;
  /** The job that forgets messages whose delivery was given up: address and text are in them. */
  removeUndelivered(): Promise<void>;
}

export interface NoticesNeeds {
  readonly db: Database;
  readonly transact: Transact;
  readonly kms: MessageKeys;
  readonly jobs: JobQueue;
  readonly mailer: Mailer;
  readonly texts: TextMessenger;
  /** Absent: this deployment makes no calls. */
  readonly calls?: VoiceCaller | undefined;
  /** Absent: this deployment mails no letters. */
  readonly post?: LetterPost | undefined;
  /** The sender's name and address, a line each, to which an undeliverable letter goes back; absent: the service's name. */
  readonly sender?: readonly string[] | undefined;
  /** A letter was never mailed. Within the transaction that forgets it. */
  readonly onNotMailed?: (tx: Tx, about: string, why: NotMailedReason) => Promise<void>;
  readonly clock: Clock;
  readonly service: Service;
}
