import { Hono } from 'hono';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { shown } from '../faces/face-jpeg.ts';
import { sandboxPeople } from '../people/people.ts';
import { cameras, keepPlayed } from './cameras.ts';

const app = cameras();

it('names the person whose photos the visitor fetched last, for a page of another address, too', async () => {
  const home = new Hono().get('/', (c) => {
    const lucy = sandboxPeople[1];
    if (lucy) keepPlayed(c, lucy);
    return c.body(null);
  });
  const cookie = (await home.request('/')).headers.get('set-cookie')?.split(';')[0] ?? '';
  const origin = 'http://127.0.0.1:4000';
  const list = await app.request('/cameras/all', { headers: { cookie, origin } });
  expect(list.headers.get('access-control-allow-origin')).toBe(origin);
  expect(list.headers.get('access-control-allow-credentials')).toBe('true');
  const lenders = (await list.json()) as { id: string; played?: true }[];
  expect(lenders.filter(({ played }) => played).map(({ id }) => id)).toEqual([sandboxPeople[1]?.id]);
  const stranger = await (await app.request('/cameras/all')).text();
  expect(stranger).not.toContain('played');
});

it('lends every person’s camera to pages of other sites: a frame of their face for each thing that is asked', async () => {
  const list = await app.request('/cameras/all');
  expect(list.headers.get('access-control-allow-origin')).toBe('*');
  const lenders = (await list.json()) as { id: string; name: string }[];
  expect(new Set(lenders.map(({ name }) => name)).size).toBe(lenders.length);
  for (const { givenName, familyName } of sandboxPeople)
    expect(lenders.map(({ name }) => name)).toContain(`${givenName} ${familyName}`);
  for (const { id } of lenders) {
    for (const asked of shown) {
      const frame = await app.request(`/cameras/${id}/${asked}.jpg`);
      expect(frame.headers.get('access-control-allow-origin')).toBe('*');
      expect(await sharp(Buffer.from(await frame.arrayBuffer())).metadata()).toMatchObject({ width: 480 });
    }
  }
  expect((await app.request('/cameras/ana-rivera/..%2Fstraight.jpg')).status).toBe(404);
  expect((await app.request('/cameras/nobody/straight.jpg')).status).toBe(404);
});
