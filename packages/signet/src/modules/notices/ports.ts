import type { JobPlace, Language, Tx } from '../../kernel/index.ts';

/** Jobs that exist if and only if the caller's transaction commits. Data is stored in clear: identifiers only. */
export interface JobQueue {
  enqueue(
    tx: Tx,
    name: string,
    data: Readonly<Record<string, string | number>>,
    place?: JobPlace,
  ): Promise<void>;
}

/** The world outside: delivers or throws, so that the job tries again. */
export interface Mailer {
  deliver(mail: {
    readonly id: string; // the same when delivery is tried again
    readonly channel: 'mail';
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    /** The same words for programs that show HTML. */
    readonly html?: string;
  }): Promise<void>;
}

/** The same for a text message. `to` is E.164. */
export interface TextMessenger {
  deliver(message: {
    readonly id: string;
    readonly channel: 'sms';
    readonly to: string;
    readonly text: string;
  }): Promise<void>;
}

/** The same for a call; each part of what is spoken has a silence after it. */
export interface VoiceCaller {
  deliver(call: {
    readonly id: string;
    readonly channel: 'voice';
    readonly to: string;
    readonly lang: Language;
    readonly spoken: readonly string[];
  }): Promise<void>;
}

/** `not-mailable`: the post knows the address as one to which it carries nothing, so that trying again is of no use. */
export type Posted = 'taken' | 'not-mailable';

/** Why a letter was never mailed: the post cannot, or it could not be handed over for days. */
export type NotMailedReason = Exclude<Posted, 'taken'> | 'post-silent';

/** The same for a letter on paper. `to`: name and address, a line each; the code is set large after the first paragraph. */
export interface LetterPost {
  deliver(letter: {
    readonly id: string;
    readonly channel: 'letter';
    readonly lang: Language;
    readonly from: readonly string[];
    readonly date?: string | undefined;
    readonly to: readonly string[];
    readonly subject: string;
    readonly paragraphs: readonly string[];
    readonly code: string;
  }): Promise<Posted>;
}

/** The part of the KMS that keeps a message sealed between writing and delivery. */
export interface MessageKeys {
  wrap(key: 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
}
