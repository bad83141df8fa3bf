import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Pool } from 'pg';
import { findPerson, sandboxPeople } from '../people/people.ts';
import { keepPlayed } from './cameras.ts';
import { HomePage, type Links } from './home-page.tsx';
import { frameOf, htmlOf, NotFoundPage } from './page.tsx';
import { createPictures, pictureNames } from './pictures.ts';
import { photoLimitBytes, portraitFrom, type Typed, visitorFrom, welcome } from './visitor.ts';
import { nothingTyped, SpecimenPage, YourOwnPage } from './your-own-page.tsx';

/** The people and their pictures, and the page that makes a license with the visitor's own face. */
export function pages(pool: Pool, links: Links): Hono {
  const app = new Hono();
  const picture = createPictures();

  app.get('/', (c) => c.html(htmlOf(<HomePage frame={frameOf(c)} links={links} people={sandboxPeople} />)));

  app.get('/people/:id/:file', async (c) => {
    const person = findPerson(c.req.param('id'));
    const name = pictureNames.find((one) => `${one}.jpg` === c.req.param('file'));
    if (!person || !name) return c.notFound();
    const jpeg = await picture(person, name);
    if (name !== 'portrait') keepPlayed(c, person); // those are on the list of all people
    return c.body(new Uint8Array(jpeg), 200, { 'content-type': 'image/jpeg', 'cache-control': 'no-cache' });
  });

  app.get('/your-own', (c) =>
    c.html(htmlOf(<YourOwnPage frame={frameOf(c)} typed={nothingTyped} problems={{}} />)),
  );

  const tooLarge = (c: Context) => {
    const problems = { photo: 'photo-too-large' } as const;
    return c.html(htmlOf(<YourOwnPage frame={frameOf(c)} typed={nothingTyped} problems={problems} />), 413);
  };
  app.post('/your-own', bodyLimit({ maxSize: photoLimitBytes + 65_536, onError: tooLarge }), async (c) => {
    const { typed, photo } = await readForm(c);
    const facts = visitorFrom(typed, new Date());
    const portrait = photo ? await portraitFrom(photo) : ({ problem: 'photo-missing' } as const);
    if ('problems' in facts || 'problem' in portrait) {
      const problems = {
        ...('problems' in facts && facts.problems),
        ...('problem' in portrait && { photo: portrait.problem }),
      };
      return c.html(htmlOf(<YourOwnPage frame={frameOf(c)} typed={typed} problems={problems} />), 422);
    }
    const photos = await welcome(pool, facts.visitor, portrait.portrait);
    c.header('cache-control', 'no-store');
    return c.html(
      htmlOf(
        <SpecimenPage frame={frameOf(c)} visitor={facts.visitor} photos={photos} revenue={links.revenue} />,
      ),
    );
  });

  return app;
}

/** For every other address. */
export async function noSuchPage(c: Context): Promise<Response> {
  return c.html(await htmlOf(<NotFoundPage frame={frameOf(c)} />), 404);
}

async function readForm(c: Context): Promise<{ typed: Typed; photo: Buffer | null }> {
  const form = await c.req.formData();
  const text = (field: keyof Typed): string => {
    const value = form.get(field);
    return typeof value === 'string' ? value.trim().slice(0, 60) : '';
  };
  const file = form.get('photo');
  return {
    typed: {
      givenName: text('givenName'),
      familyName: text('familyName'),
      month: text('month'),
      day: text('day'),
      year: text('year'),
    },
    photo: file instanceof File && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : null,
  };
}
