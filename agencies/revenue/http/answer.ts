import type { SignInFailure } from '@signet/relying-party';
import type { AgencyEnv } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RevenueSession } from '../sign-in/sign-in.ts';
import type { Frame } from '../ui/frame.ts';
import { langOf } from './language.ts';

export type RevenueEnv = AgencyEnv<RevenueSession>;

/** What the page is framed with; `path` where the page's own address cannot be opened again. */
export const frameOf = <E extends RevenueEnv>(c: Context<E>, path = c.req.path): Frame => ({
  lang: langOf(c),
  path,
  formToken: c.var.session?.formToken,
  kept: c.var.kept !== undefined,
});

export const page = (c: Context, element: JSX.Element, status: ContentfulStatusCode = 200) =>
  c.html(html`<!doctype html>${element}`, status);

/** A refusal of consent is no error; an unreachable Signet is one of ours, for whoever watches the site. */
export function statusOf(failure: SignInFailure): 200 | 400 | 503 {
  if (failure === 'access-denied') return 200;
  return failure === 'signet-unavailable' ? 503 : 400;
}
