import type { PostedForm } from '../../web/request/index.ts';
import { textOf } from './chunks.ts';
import { badForm, gatherFields, mostFields } from './form-fields.ts';

/** Throws AppError `bad-form` (400) for one with too many fields, which are counted before any of them is decoded. */
export async function parseUrlencoded(chunks: AsyncIterable<Uint8Array>): Promise<PostedForm> {
  const text = await textOf(chunks);
  if (text.split('&', mostFields + 1).length > mostFields) throw badForm('too many fields');
  const { form, add } = gatherFields();
  for (const [name, value] of new URLSearchParams(text)) add(name, value);
  return form;
}
