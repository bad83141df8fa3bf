import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { days, type Tx } from '../../kernel/index.ts';
import type { Notices, NoticesDeps } from './notices.ts';
import type { MessageStore } from './postgres-messages.ts';
import { writeMessage, writeText } from './write-message.ts';

/** The job's name; its data is `{ id }`. */
export const deliverMessageJob = 'deliver-message';

/** Longer than its delivery is tried (`job-policies.ts`): whom nobody could reach by then has no message waiting. */
const keptFor = days(4);

const sealedMessage = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('mail'), to: z.string(), subject: z.string(), text: z.string() }),
  z.object({ channel: z.literal('sms'), to: z.string(), text: z.string(), until: z.iso.datetime() }),
]);
type Message = z.infer<typeof sealedMessage>;

/** A sealed message cannot be moved to another row: its id is the context it was sealed in. */
const contextOf = (id: string): string => `outgoing-message:${id}`;

export function sendingNotices(deps: NoticesDeps, store: MessageStore): Notices {
  async function queue(tx: Tx, message: Message): Promise<void> {
    const id = randomUUID();
    const sealed = await deps.kms.wrap('contact', Buffer.from(JSON.stringify(message)), contextOf(id));
    await store.add(tx, id, sealed, deps.clock.now());
    await deps.jobs.enqueue(tx, deliverMessageJob, { id });
  }

  async function deliver(id: string, message: Message): Promise<void> {
    if (message.channel === 'mail') return deps.mailer.deliver({ id, ...message });
    const { until, ...text } = message;
    if (deps.clock.now() < new Date(until)) await deps.texts.deliver({ id, ...text });
  }

  return {
    send: (tx, { to, template, lang, values }) =>
      queue(tx, {
        channel: 'mail',
        to: to.reveal(),
        ...writeMessage(template, lang, values, deps.service),
      }),
    text: (tx, { to, template, lang, values, until }) =>
      queue(tx, {
        channel: 'sms',
        to: to.reveal(),
        text: writeText(template, lang, values, deps.service),
        until: until.toISOString(),
      }),
    async deliverMessage(id) {
      const sealed = await store.find(id);
      if (!sealed) return; // delivered by an earlier try of this job
      const opened = await deps.kms.unwrap('contact', sealed, contextOf(id));
      await deliver(id, sealedMessage.parse(JSON.parse(opened.toString())));
      await store.remove(id);
    },
    removeUndelivered: () => store.removeBefore(new Date(deps.clock.now().getTime() - keptFor)),
  };
}
