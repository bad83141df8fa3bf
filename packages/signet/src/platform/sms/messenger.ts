/** A text message on its way to one phone. `to` is E.164; `id` stays the same when delivery is tried again. */
export interface TextMessage {
  readonly id: string;
  readonly channel: 'sms';
  readonly to: string;
  readonly text: string;
}

/** Delivers, or throws so that the job tries again. What it throws holds neither number nor text. */
export interface TextMessenger {
  deliver(message: TextMessage): Promise<void>;
}
