import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError, days, languages, recentCounts, type Tx } from '../../kernel/index.ts';
import type { Disavowable } from './disavowable.ts';
import type { Disavowals } from './disavowals.ts';
import { messageLimits } from './limits.ts';
import type { Notices, NoticesNeeds } from './notices.ts';
import type { NotMailedReason, Posted } from './ports.ts';
import type { MessageStore } from './postgres-messages.ts';
import type { Service } from './words/words.ts';
import { writeCall, writeLetter, writeMessage, writeText } from './write-message.ts';

/** The job's name; its data is `{ id }`. */
export const deliverMessageJob = 'deliver-message';

/** Longer than its delivery is tried (`jobs.ts`): a message that reached nobody by then is not kept. */
const keptFor = days(4);

const sealedMessage = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('mail'),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string().exactOptional(), // absent from what the release before wrote
  }),
  z.object({ channel: z.literal('sms'), to: z.string(), text: z.string(), until: z.iso.datetime() }),
  z.object({
    channel: z.literal('voice'),
    to: z.string(),
    lang: z.enum(languages),
    spoken: z.array(z.string()),
    until: z.iso.datetime(),
  }),
  z.object({
    channel: z.literal('letter'),
    lang: z.enum(languages),
    to: z.array(z.string()),
    subject: z.string(),
    paragraphs: z.array(z.string()),
    code: z.string(),
    date: z.string().exactOptional(), // absent from what the release before wrote
  }),
]);
type Message = z.infer<typeof sealedMessage>;

/** What it is about, and how long it waits before it is handed over. */
interface Waiting {
  readonly about: string;
  readonly afterSeconds: number;
}

/** A sealed message cannot be moved to another row: its id is the context it was sealed in. */
const contextOf = (id: string): string => `outgoing-message:${id}`;

export function createSendNotices(needs: NoticesNeeds, store: MessageStore, disavowals: Disavowals): Notices {
  const sentLately = recentCounts(messageLimits['in-line'], needs.clock);

  /** With the link that undoes the change, in the place of the page for everybody. */
  async function serviceFor(tx: Tx, change: Disavowable | undefined): Promise<Service> {
    if (!change) return needs.service;
    const token = await disavowals.make(tx, change);
    return { ...needs.service, notMeUrl: `${needs.service.notMeUrl}/${token.reveal()}` };
  }

  async function queue(tx: Tx, message: Message, letter?: Waiting): Promise<void> {
    const id = randomUUID();
    const sealed = await needs.kms.wrap('contact', Buffer.from(JSON.stringify(message)), contextOf(id));
    await store.add(tx, { id, sealed, about: letter?.about }, needs.clock.now());
    await needs.jobs.enqueue(
      tx,
      deliverMessageJob,
      { id },
      {
        behind: sentLately(String(message.to)),
        ...(letter && letter.afterSeconds > 0 && { afterSeconds: letter.afterSeconds }),
      },
    );
  }

  async function post(id: string, letter: Extract<Message, { channel: 'letter' }>): Promise<Posted> {
    if (!needs.post) throw new AppError('letters-are-off');
    return needs.post.deliver({ id, from: needs.sender ?? [needs.service.name], ...letter });
  }

  /** Forgotten, and whoever asked for it hears of it: once, whichever worker is faster. */
  const forgetLetter = (id: string, about: string | undefined, why: NotMailedReason): Promise<void> =>
    needs.transact(async (tx) => {
      if ((await store.take(tx, id)) && about) await needs.onNotMailed?.(tx, about, why);
    });

  async function deliver(id: string, message: Exclude<Message, { channel: 'letter' }>): Promise<void> {
    if (message.channel === 'mail') return needs.mailer.deliver({ id, ...message });
    if (needs.clock.now() >= new Date(message.until)) return;
    if (message.channel === 'sms') return needs.texts.deliver({ id, ...untilAside(message) });
    if (!needs.calls) throw new AppError('calls-are-off');
    return needs.calls.deliver({ id, ...untilAside(message) });
  }

  return {
    async send(tx, { to, template, lang, values, disavows }) {
      const service = await serviceFor(tx, disavows);
      const message = writeMessage(template, lang, values, service);
      await queue(tx, { channel: 'mail', to: to.reveal(), ...message });
    },
    async text(tx, { to, template, lang, values, until, disavows }) {
      const text = writeText(template, lang, values, await serviceFor(tx, disavows));
      await queue(tx, { channel: 'sms', to: to.reveal(), text, until: until.toISOString() });
    },
    call: (tx, { to, template, lang, values, until }) =>
      queue(tx, {
        channel: 'voice',
        to: to.reveal(),
        lang,
        spoken: [...writeCall(template, lang, values, needs.service)],
        until: until.toISOString(),
      }),
    letter: (tx, { to, code, about, leavesAt, template, lang, values }) => {
      const written = writeLetter(template, lang, { ...values, at: leavesAt }, needs.service);
      const { subject, paragraphs, date } = written;
      const letter = {
        lang,
        date,
        to: [...to.reveal()],
        subject,
        paragraphs: [...paragraphs],
        code: code.reveal(),
      };
      const afterSeconds = Math.ceil((leavesAt.getTime() - needs.clock.now().getTime()) / 1000);
      return queue(tx, { channel: 'letter', ...letter }, { about, afterSeconds });
    },
    callBackLetters: (tx, about) => store.removeAbout(tx, about),
    async deliverMessage(id) {
      const waiting = await store.find(id);
      if (!waiting) return; // delivered by an earlier try of this job, or called back
      const opened = await needs.kms.unwrap('contact', waiting.sealed, contextOf(id));
      const message = sealedMessage.parse(JSON.parse(opened.toString()));
      if (message.channel !== 'letter') await deliver(id, message);
      else if ((await post(id, message)) === 'not-mailable')
        return forgetLetter(id, waiting.about, 'not-mailable');
      await store.remove(id);
    },
    async removeUndelivered() {
      const before = new Date(needs.clock.now().getTime() - keptFor);
      await store.removeBefore(before);
      for (const { id, about } of await store.lettersBefore(before))
        await forgetLetter(id, about, 'post-silent');
    },
  };
}

/** What a messenger or a caller is handed. */
function untilAside<M extends { readonly until: string }>({ until: _, ...message }: M): Omit<M, 'until'> {
  return message;
}
