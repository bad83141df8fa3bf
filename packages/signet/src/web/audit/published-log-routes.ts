import type { Checkpointer } from '../../modules/audit/index.ts';
import { type Routes, signetRoutes } from '../routes/index.ts';

export type PublishedLog = Pick<Checkpointer, 'published' | 'verifier'>;

/**
 * What an auditor keeps of the audit log, as the texts that `audit verify` and docs/audit/verify.mjs take: the key, and every
 * signed checkpoint, the newest first. Whoever keeps one finds out later if the log was cut back to before it.
 */
export function auditPages(log: PublishedLog): Routes {
  const routes = signetRoutes();

  routes.get('/audit/key', async (c) => {
    const { key } = await log.verifier();
    return c.text(String(key.export({ format: 'pem', type: 'spki' })));
  });

  routes.get('/audit/checkpoints', async (c) => {
    const before = c.req.query('before') ?? '';
    const notes = await log.published(/^\d{1,15}$/.test(before) ? Number(before) : undefined);
    const last = notes.at(-1);
    const more = last && last.size > 1 ? `</audit/checkpoints?before=${last.size}>; rel="next"` : undefined;
    return c.text(notes.map(({ note }) => note).join('\n'), 200, more ? { link: more } : {});
  });

  return routes;
}
