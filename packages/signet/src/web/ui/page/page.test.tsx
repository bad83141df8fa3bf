import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { buildClient } from '../../../../../../scripts/build-client.ts';
import {
  ErrorPage,
  Form,
  Page,
  type PageFrame,
  PasswordField,
  SummaryList,
  serveAssets,
  TextField,
} from '../index.ts';
import { inLanguage } from '../page-frame.ts';

const frame: PageFrame = { lang: 'en', path: '/sign-in?step=2', csrf: 'c5rf', sandbox: false };

describe('a page', () => {
  it('says in its title that something is wrong, and links the summary to the field', () => {
    const markup = String(
      <Page
        frame={{ ...frame, lang: 'es' }}
        title="Su nombre"
        problems={[{ field: 'name', text: 'Escriba su nombre' }]}
      >
        <TextField name="name" label="Su nombre" labelIsHeading error="Escriba su nombre" value="Amara" />
      </Page>,
    );
    expect(markup).toContain('<title>Error: Su nombre · Signet</title>');
    expect(markup).toMatch(/<a href="#name">Escriba su nombre<\/a>.*<h1.*aria-describedby="name-error"/);
    expect(markup).toContain('value="Amara"');
  });

  it('names the sandbox only in the sandbox', () => {
    const page = (sandbox: boolean) => String(<ErrorPage frame={{ ...frame, sandbox }} status={404} />);
    expect(page(true)).toContain('everything here is made up');
    expect(page(false)).not.toContain('made up');
  });

  it('puts the CSRF token into every form and never writes a password back', () => {
    const markup = String(
      <Form frame={frame} action="/sign-in">
        <PasswordField lang="en" name="password" label="Password" autocomplete="current-password" />
      </Form>,
    );
    expect(markup).toContain('<input type="hidden" name="csrf" value="c5rf"/>');
    expect(markup).not.toMatch(/type="password"[^>]* value=/);
  });

  it('attack: what people type is written as text, never as markup', () => {
    const typed = '"><script>alert(1)</script>';
    const markup = String(
      <>
        <TextField name="name" label="Name" value={typed} error={typed} hint={typed} />
        <SummaryList lang="en" rows={[{ label: typed, value: typed, masked: typed }]} />
      </>,
    );
    expect(markup).not.toContain('<script>');
  });

  it('attack: the language switch cannot be led to another site', () => {
    expect(inLanguage('/a?b=1&lang=en', 'es')).toBe('/a?b=1&lang=es');
    for (const path of [
      '//evil.example/x',
      '/\\evil.example',
      'https://evil.example/',
      '\\\\evil.example',
      '/\t/evil.example',
    ]) {
      expect(new URL(inLanguage(path, 'es'), 'https://signet.example').host, path).toBe('signet.example');
    }
  });
});

describe('assets', () => {
  it('are kept by browsers for good, compressed, and nothing else can be fetched', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'signet-assets-'));
    const manifest = await buildClient(dir);
    const app = new Hono().get('/assets/*', serveAssets(dir));
    const css = await app.request(`/assets/${manifest['signet.css']}`, {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(Object.fromEntries(css.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/css; charset=utf-8',
    });
    const markup = String(
      <Page frame={frame} title="x">
        x
      </Page>,
    );
    expect(markup).toContain(`/assets/${manifest['signet.css']}`);
    expect((await readdir(dir)).every((name) => /-[0-9A-Z]{8}\.\w+$|^manifest\.json$/.test(name))).toBe(true);
    for (const path of [
      '/assets/manifest.json',
      '/assets/../package.json',
      '/assets/%2e%2e%2fpackage.json',
    ]) {
      expect((await app.request(path)).status, path).toBe(404);
    }
    await rm(dir, { recursive: true });
  });
});
