import type { SignInFailure } from '@signet/relying-party';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export const page = (c: Context, element: JSX.Element, status: ContentfulStatusCode = 200) =>
  c.html(html`<!doctype html>${element}`, status);

/** A refusal of consent is no error; an unreachable Signet is one of ours, for whoever watches the site. */
export function statusOf(failure: SignInFailure): 200 | 400 | 503 {
  if (failure === 'access-denied') return 200;
  return failure === 'signet-unavailable' ? 503 : 400;
}
