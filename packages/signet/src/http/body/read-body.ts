import type { PostedBody, WebContext } from '../../web/request/index.ts';
import { type BodyKind, bodyLimits } from '../../web/routes/index.ts';
import { chunksOf, passOver } from './chunks.ts';
import { parseJson } from './parse-json.ts';
import { parseMultipart } from './parse-multipart.ts';
import { parseUrlencoded } from './parse-urlencoded.ts';

/**
 * What was posted, as far as a route of this kind takes it. A body of another type says nothing. Throws
 * AppError `bad-form` (400) and `body-too-large` (413).
 */
export async function readBody({ req }: WebContext, kind: BodyKind): Promise<PostedBody> {
  const contentType = req.header('content-type') ?? '';
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
  const chunks = (most: number) => chunksOf(req.raw.body, most);
  switch (type) {
    case 'application/json':
      if (kind === 'json') return { json: await parseJson(chunks(bodyLimits.json)) };
      break;
    case 'application/x-www-form-urlencoded':
      return { form: await parseUrlencoded(chunks(bodyLimits.form)) }; // files do not come this way
    case 'multipart/form-data':
      return { form: await parseMultipart(contentType, chunks(bodyLimits[kind]), bodyLimits[kind]) };
  }
  await passOver(chunks(bodyLimits[kind]));
  return {};
}
