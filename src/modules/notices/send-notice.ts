import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Notices, NoticesDeps } from './notices.ts';
import type { MessageStore } from './postgres-messages.ts';
import { writeMessage } from './write-message.ts';

/** The job's name; its data is `{ id }`. */
export const deliverMessageJob = 'deliver-message';

const sealedMessage = z.object({
  channel: z.literal('mail'),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** A sealed message cannot be moved to another row: its id is the context it was sealed in. */
const contextOf = (id: string): string => `outgoing-message:${id}`;

export function sendingNotices(deps: NoticesDeps, store: MessageStore): Notices {
  return {
    async send(tx, { to, template, lang, values }) {
      const id = randomUUID();
      const message = {
        channel: 'mail',
        to: to.reveal(),
        ...writeMessage(template, lang, values, deps.service),
      };
      const sealed = await deps.kms.wrap('contact', Buffer.from(JSON.stringify(message)), contextOf(id));
      await store.add(tx, id, sealed);
      await deps.jobs.enqueue(tx, deliverMessageJob, { id });
    },
    async deliverMessage(id) {
      const sealed = await store.find(id);
      if (!sealed) return; // delivered by an earlier try of this job
      const opened = await deps.kms.unwrap('contact', sealed, contextOf(id));
      await deps.mailer.deliver(sealedMessage.parse(JSON.parse(opened.toString())));
      await store.remove(id);
    },
  };
}
