import type { AgencyEnv } from '@signet/relying-party/hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { langOf } from '../locales/index.ts';
import type { VerifiedPerson } from '../sign-in/verified-person.ts';
import type { Frame } from '../ui/frame.ts';

export type BenefitsEnv = AgencyEnv<VerifiedPerson | null>;

export const frameOf = <Env extends BenefitsEnv>(c: Context<Env>, path = c.req.path): Frame => ({
  lang: langOf(c),
  path,
  formToken: c.var.session?.formToken,
  kept: c.var.kept !== undefined,
});

export const page = (c: Context, element: JSX.Element, status: ContentfulStatusCode = 200) =>
  c.html(html`<!doctype html>${element}`, status);
