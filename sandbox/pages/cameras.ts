import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { cors } from 'hono/cors';
import { notShownBy, shown, shownInFrame } from '../faces/face-jpeg.ts';
import { findPerson, sandboxPeople } from '../people/people.ts';
import type { SandboxPerson } from '../people/person.ts';

/**
 * The cameras that visitors borrow in Signet, since they have none or are not the person whose license they show: a still
 * frame for each thing that somebody may be asked to do, and what they say they cannot do. Open to every site: all of it is made up.
 */
export function cameras(): Hono {
  const app = new Hono();
  app.use('/cameras/*', cors({ origin: (from) => from || '*', credentials: true }));

  app.get('/cameras/all', (c) => {
    const played = findPerson(getCookie(c, playedPerson) ?? '');
    return c.json(
      onePerName(sandboxPeople).map((one) => ({
        id: one.id,
        name: nameOf(one),
        cannot: notShownBy(one.selfie),
        ...(played && nameOf(played) === nameOf(one) && { played: true }),
      })),
    );
  });

  app.get('/cameras/:id/:file', async (c) => {
    const person = findPerson(c.req.param('id'));
    const asked = shown.find((one) => `${one}.jpg` === c.req.param('file'));
    if (!person || !asked) return c.notFound();
    const jpeg = await shownInFrame(person.selfie, asked);
    return c.body(new Uint8Array(jpeg), 200, { 'content-type': 'image/jpeg', 'cache-control': 'no-cache' });
  });

  return app;
}

const playedPerson = 'played-person';

/** A visitor plays the person whose photos they fetched last: that person's camera is offered first. */
export function keepPlayed(c: Context, { id }: SandboxPerson): void {
  setCookie(c, playedPerson, id, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 86_400 });
}

const nameOf = ({ givenName, familyName }: SandboxPerson): string => `${givenName} ${familyName}`;

/** A second account of the same person has the same face. */
const onePerName = (people: readonly SandboxPerson[]): readonly SandboxPerson[] =>
  people.filter((one, at) => people.findIndex((other) => nameOf(other) === nameOf(one)) === at);
