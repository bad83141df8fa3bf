/** A message on its way to one person. `to` is an email address; `id` stays the same when delivery is tried again. */
export interface Mail {
  readonly id: string;
  readonly channel: 'mail';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same words for programs that show HTML. */
  readonly html?: string;
}

/** Delivers, or throws so that the job tries again. */
export interface Mailer {
  deliver(mail: Mail): Promise<void>;
}
