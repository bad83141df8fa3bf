import fc from 'fast-check';

/** A request that no page of ours makes. */
export interface OddRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const large = 250_000; // just below what a form may be
const upTo = (piece: string, bytes = large) => piece.repeat(Math.floor(bytes / piece.length));
const b64 = (value: string) => Buffer.from(value).toString('base64url');

const names = fc.constantFrom(
  'email',
  'password',
  'code',
  'csrf',
  'request',
  'photo',
  'answer',
  '__proto__',
  'a[b][c]',
);
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\0', '%', '%ff%fe', '\ud800', '<script>', "' OR 1=1 --", '-1', '1e999', 'front', 'en'),
  fc.constantFrom('a', '%', '[', '.', '=', '🜚').map((piece) => upTo(piece, 20_000)),
);

const pairs = fc.array(fc.tuple(names, values), { maxLength: 12 });
const urlencoded = fc.oneof(
  pairs.map((all) => String(new URLSearchParams(all))),
  fc.constantFrom('a&', '&', 'a=%', '%', 'a[]=1&', 'csrf=x&').map((piece) => upTo(piece)),
);

const part = ([name, value]: readonly [string, string]) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="photo"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n${value}\r\n`;
const multipart = fc.oneof(
  pairs.map((all) => `${all.map(part).join('')}--b--\r\n`),
  pairs.map((all) => all.map(part).join('')),
  fc.tuple(values, values).map(([name, value]) => `${file(name, value)}--b--\r\n`),
  fc
    .constantFrom('a:\r\n', 'a: b\r\n c\r\n', ':\r\n')
    .map((lines) => `--b\r\n${upTo(lines)}\r\n\r\nx\r\n--b--`),
  fc.constantFrom('--b\r\n', '--b\r\n\r\n\r\n', '\r\n--', '\r\n--b\r\na:b\r\n').map((piece) => upTo(piece)),
);

const json = fc.oneof(
  fc.json(),
  fc.constantFrom('[', '{"a":', '["}",', '[],', '1', '"\\u0000').map((piece) => upTo(piece)),
  fc.constantFrom(
    'null',
    '[]',
    '{"__proto__":{"x":1}}',
    '{"purpose":"signin","response":{"id":1}}',
    '1e999999',
    '',
  ),
);

/** What agencies send, and what is none of it: parameters that are JSON or JWTs, nested and long. */
const jwt = fc
  .constantFrom(
    `${b64('{"alg":"none"}')}.${b64('{}')}.`,
    `${b64('{"alg":"ES256"}')}.${b64(upTo('[', 20_000))}.x`,
    `${b64(`{"alg":"ES256","crit":${upTo('[', 10_000)}`)}.x.x`,
    `${b64('{"alg":"PBES2-HS256+A128KW","p2c":2147483647,"enc":"A128GCM"}')}.x.x.x.x`,
    upTo('.', 40_000),
    upTo('a.', 40_000),
  )
  .map(String);
const nested = (piece: string, end: string) => `${upTo(piece, 20_000)}${upTo(end, 20_000)}`;
const claims = fc.constantFrom(
  nested('[', ']'),
  `{"id_token":${nested('{"a":', '}')}`,
  '{"userinfo":null}',
  '[1]',
  '"',
);
const openId = fc
  .tuple(
    jwt,
    claims,
    fc.constantFrom('client_assertion', 'request', 'id_token_hint', 'code', 'request_uri'),
    values,
  )
  .map(([token, asked, name, value]) =>
    String(
      new URLSearchParams({
        client_id: 'permits',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        claims: asked,
        grant_type: 'authorization_code',
        scope: value,
        [name]: token,
      }),
    ),
  );

const types = {
  urlencoded: ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=utf-7'],
  multipart: [
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    `multipart/form-data; boundary=${upTo('b', 300)}`,
  ],
  json: ['application/json', 'application/json; charset=x'],
} as const;
/** Of the type that a route takes, by its kind of body: what is odd is inside. */
const fitting = {
  form: fc.record({ type: fc.constant(types.urlencoded[0]), body: fc.oneof(urlencoded, openId) }),
  photo: fc.record({ type: fc.constant(types.multipart[0]), body: multipart }),
  json: fc.record({ type: fc.constant(types.json[0]), body: json }),
} as const;

const bodies = fc.oneof(
  fc.record({ type: fc.constantFrom(...types.urlencoded), body: fc.oneof(urlencoded, openId) }),
  fc.record({ type: fc.constantFrom(...types.multipart), body: multipart }),
  fc.record({ type: fc.constantFrom(...types.json), body: json }),
  fc.record({ type: fc.constantFrom('text/plain', 'x', 'image/jpeg'), body: fc.oneof(json, urlencoded) }),
);

const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'accept-language',
    'accept',
    'user-agent',
    'sec-ch-ua',
    'x-forwarded-for',
    'x-request-id',
    'dpop',
    'authorization',
    'if-none-match',
    'range',
  ),
  fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ';', ',', '=', '"', '\\', 'é', '(', '/', '0'), maxLength: 200 }),
    fc.constantFrom(';q=', 'a,', '"a";v="1", ', '(', '1.1.1.1, ').map((piece) => upTo(piece, 2500)),
  ),
  { maxKeys: 3 },
);

const methods = fc.oneof(
  { weight: 5, arbitrary: fc.constant('as the table says') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'QUERY'),
  },
);

const requestsOf = (
  method: fc.Arbitrary<string>,
  content: fc.Arbitrary<{ readonly type: string; readonly body: string }>,
): fc.Arbitrary<OddRequest> =>
  fc.tuple(method, content, oddHeaders).map(([asked, { type, body }, headers]) => ({
    method: asked,
    body,
    headers: { ...headers, 'content-type': type },
  }));

/** The method that the table says stands for itself. */
export const oddRequests: fc.Arbitrary<OddRequest> = requestsOf(methods, bodies);

/** Those that come as far as the route itself, which then has to judge what is in them. */
export const oddRequestsTo = (body: 'none' | keyof typeof fitting): fc.Arbitrary<OddRequest> =>
  requestsOf(fc.constant('as the table says'), body === 'none' ? bodies : fitting[body]);
