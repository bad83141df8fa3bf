import type { Language } from '../../kernel/index.ts';

/** A call on its way to one phone. `to` is E.164; `id` stays the same when delivery is tried again. */
export interface VoiceCall {
  readonly id: string;
  readonly channel: 'voice';
  readonly to: string;
  readonly lang: Language;
  /** What is spoken, with a second's silence after each part: a digit is a part, so that it can be written down. */
  readonly spoken: readonly string[];
}

/** Calls and speaks, or throws so that the job tries again. What it throws holds neither number nor words. */
export interface VoiceCaller {
  deliver(call: VoiceCall): Promise<void>;
}
