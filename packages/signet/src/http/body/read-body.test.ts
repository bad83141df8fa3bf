import { expect, it } from 'vitest';
import type { PostedBody, WebContext } from '../../web/request/index.ts';
import type { BodyKind } from '../../web/routes/index.ts';
import { readBody } from './index.ts';

/** A request as `http` sees it. */
function read(kind: BodyKind, body: BodyInit, headers: Record<string, string> = {}): Promise<PostedBody> {
  const raw = new Request('http://localhost/', { method: 'POST', body, headers });
  const header = (name: string) => raw.headers.get(name) ?? undefined;
  return readBody({ req: { raw, header } } as unknown as WebContext, kind);
}

const type = (value: string) => ({ 'content-type': value });
const multipart = type('multipart/form-data; boundary=b');
const field = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

it('reads an urlencoded form: the values of a name in their order, whatever the alphabet', async () => {
  const { form } = await read(
    'form',
    new URLSearchParams([
      ['a', '1'],
      ['é', '🜚 +&'],
      ['a', '2'],
    ]),
  );
  expect([...(form ?? [])]).toEqual([
    ['a', ['1', '2']],
    ['é', ['🜚 +&']],
  ]);
});

it('reads a multipart form with its files as a browser sends it', async () => {
  const data = new FormData();
  data.set('é', '🜚');
  data.set('photo', new File([new Uint8Array([0, 13, 10, 45, 45, 255])], 'ñ.jpg'));
  data.set('none', new File([], ''));
  const { form } = await read('photo', data);
  expect(form?.get('é')).toEqual(['🜚']);
  expect(form?.get('photo')).toEqual([{ name: 'ñ.jpg', bytes: Buffer.from([0, 13, 10, 45, 45, 255]) }]);
  expect(form?.get('none')).toEqual([{ name: '', bytes: Buffer.alloc(0) }]);
});

it('reads a large file whole', async () => {
  const bytes = Buffer.alloc(15_000_000, 'abcdefg');
  const data = new FormData();
  data.set('photo', new File([bytes], 'a.jpg'));
  const { form } = await read('photo', data);
  const [photo] = form?.get('photo') ?? [];
  expect(typeof photo === 'object' && bytes.equals(photo.bytes)).toBe(true);
});

it('takes no name for more than a name', async () => {
  const { form } = await read('form', new URLSearchParams({ __proto__: 'x', constructor: 'y' }));
  const many = await read('form', `${field('__proto__', 'x')}${field('toString', 'y')}--b--`, multipart);
  expect([form?.get('constructor'), many.form?.get('__proto__')]).toEqual([['y'], ['x']]);
});

it('takes nothing from a body of another type, nor from JSON where a form is due', async () => {
  expect(await read('form', '{"a":1}', type('application/json'))).toEqual({});
  expect(await read('json', '{"a":1}', type('text/plain'))).toEqual({});
  expect(await read('form', 'a=1', type('text/plain'))).toEqual({});
  expect(await read('json', '{"a":[1,{"b":"[[{{"}]}', type('application/json; charset=utf-8'))).toEqual({
    json: { a: [1, { b: '[[{{' }] },
  });
});

it.each([
  ['breaks off', `${field('a', '1')}--b\r\nContent-Disposition: form-data; name="c"\r\n\r\nx`],
  ['breaks off in a file', '--b\r\nContent-Disposition: form-data; name="c"; filename="d"\r\n\r\nx'],
  ['has another boundary', '--other\r\n\r\n'],
  ['is empty', ''],
  ['has more parts than any form of ours', `${field('a', '1').repeat(201)}--b--`],
])('finding S1: refuses a multipart form that %s', async (_how, body) => {
  await expect(read('photo', body, multipart)).rejects.toMatchObject({ code: 'bad-form', status: 400 });
});

it('attack, a field of a photo’s form as long as the photo: refused, not cut short', async () => {
  const { form } = await read('photo', `${field('a', 'x'.repeat(8000))}--b--`, multipart);
  expect(form?.get('a')).toEqual(['x'.repeat(8000)]);
  const long = read('photo', `${field('a', 'x'.repeat(9000))}--b--`, multipart);
  await expect(long).rejects.toMatchObject({ code: 'bad-form', status: 400 });
});

it('finding S1: refuses an urlencoded form with more fields than any of ours, and a boundary longer than any', async () => {
  const bad = { code: 'bad-form', status: 400 };
  const urlencoded = type('application/x-www-form-urlencoded');
  await expect(read('form', 'a=1&'.repeat(201), urlencoded)).rejects.toMatchObject(bad);
  const long = type(`multipart/form-data; boundary=${'b'.repeat(300)}`);
  await expect(read('form', 'x', long)).rejects.toMatchObject(bad);
  await expect(read('form', 'x', type('multipart/form-data'))).rejects.toMatchObject(bad);
});

/** A body that comes in pieces, and how many of them were taken. */
function inPieces(kind: BodyKind, piece: string, times: number, headers: Record<string, string>) {
  let given = 0;
  const body = new ReadableStream({
    pull(to) {
      if (given === times) to.close();
      else {
        given += 1;
        to.enqueue(Buffer.from(piece));
      }
    },
  });
  const raw = new Request('http://localhost/', {
    method: 'POST',
    body,
    duplex: 'half',
    headers,
  } as RequestInit);
  const c = { req: { raw, header: (name: string) => raw.headers.get(name) ?? undefined } };
  return { reading: readBody(c as unknown as WebContext, kind), given: () => given };
}

it.each([
  ['form', type('application/x-www-form-urlencoded')],
  ['json', type('application/json')],
  ['photo', multipart],
] as const)(
  'attack, a body in pieces of a byte, which cost more to take than to send: %s',
  async (kind, headers) => {
    const { reading, given } = inPieces(kind, 'a', 200_000, headers);
    await expect(reading).rejects.toMatchObject({ code: 'bad-form', status: 400 });
    expect(given()).toBeLessThan(1100);
  },
);

it('reads a body in pieces as the slowest line brings them', async () => {
  const { reading } = inPieces('form', 'a'.repeat(200), 1200, type('application/x-www-form-urlencoded'));
  expect([...((await reading).form?.keys() ?? [])].map(({ length }) => length)).toEqual([240_000]);
});

it('counts a body that does not say how long it is', async () => {
  const { reading } = inPieces('photo', 'a'.repeat(100_000), 1000, multipart);
  await expect(reading).rejects.toMatchObject({ code: 'body-too-large', status: 413 });
});
