import sharp from 'sharp';
import { expect, it } from 'vitest';
import { shown } from '../faces/face-jpeg.ts';
import { sandboxPeople } from '../people/people.ts';
import { cameras } from './cameras.ts';

const app = cameras();

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
