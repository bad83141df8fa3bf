import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { err, ok, Redacted } from '../../../kernel/index.ts';
import { parsePhoneNumber } from '../phone-number.ts';
import { parseSsn } from '../ssn.ts';
import type { NoAnswer } from './ask-authority.ts';
import { createHttpMotorVehicles } from './http-motor-vehicles.ts';
import { createHttpPassportOffice } from './http-passport-office.ts';
import { createHttpPhoneCarrier } from './http-phone-carrier.ts';
import { createHttpSocialSecurity } from './http-social-security.ts';

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => server?.close());

async function authority(listener: RequestListener) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((listening) => server?.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, key: 'a-key', timeoutMs: 300 };
}

const license = {
  documentNumber: 'R4417209',
  issuerId: '636999',
  familyName: 'Rivera',
  givenName: 'Ana',
  birthDate: '1983-03-14',
};
const number = parseSsn('900-12-3417', 'sandbox');
if (!number.ok) throw new Error('the test needs a sandbox SSN');
const person = {
  ssn: new Redacted(number.value),
  familyName: 'Rivera',
  givenName: 'Ana',
  birthDate: '1983-03-14',
};

const phone = parsePhoneNumber('202 555 0101', 'sandbox');
if (!phone.ok) throw new Error('the test needs a sandbox phone');
const account = { phoneNumber: new Redacted(phone.value), familyName: 'Rivera', givenName: 'Ana' };

const asked = async (request: IncomingMessage) => JSON.parse(await text(request)) as { reference: string };

/** Answers so; an answer in JSON is for the question that came. */
const answers =
  (status: number, body: string, of?: string): RequestListener =>
  async (request, response) => {
    const { reference } = await asked(request);
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(body.startsWith('{') ? JSON.stringify({ ...JSON.parse(body), reference: of ?? reference }) : body);
  };

describe('an authority that answers', () => {
  it('is asked with the key and the question, and believed', async () => {
    const seen: unknown[] = [];
    const settings = await authority(async (request, response) => {
      const question = await asked(request);
      seen.push([request.method, request.url, request.headers.authorization, question]);
      const { reference } = question;
      response.end(JSON.stringify({ result: 'deceased', more: 'is ignored', reference }));
    });
    expect(await createHttpSocialSecurity(settings).verify(person)).toEqual(ok('deceased'));
    const { ssn, ...rest } = person;
    expect(seen).toEqual([
      [
        'POST',
        '/social-security/v1/verify',
        'Bearer a-key',
        { ...rest, ssn: ssn.reveal(), reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      ],
    ]);
  });

  it('a carrier is asked for a number and a name, and believed', async () => {
    const said = { carrier: 'alder-wireless', lineType: 'mobile' } as const;
    const settings = await authority(
      answers(200, JSON.stringify({ status: 'active', match: { name: 'match' }, since: '2019-04', ...said })),
    );
    expect(await createHttpPhoneCarrier(settings).verify(account)).toEqual(
      ok({ status: 'active', name: 'match', ...said }),
    );
  });

  it('may leave out what it does not hold', async () => {
    const settings = await authority(
      answers(200, '{"status":"valid","match":{"birthDate":"match","postalCode":"not-held"}}'),
    );
    expect(await createHttpMotorVehicles(settings).verify(license)).toEqual(
      ok({ status: 'valid', match: { birthDate: 'match', postalCode: 'not-held' } }),
    );
  });
});

describe('attack: an authority that is broken or hostile concludes nothing about a person', () => {
  const endless: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      if (response.destroyed) return;
      response.write('"'.padEnd(65_536, 'x'));
      setImmediate(more);
    };
    more();
  };
  const slowlyForever: RequestListener = (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  };
  it.each<[string, RequestListener]>([
    ['hangs', () => {}],
    ['drips for ever', slowlyForever],
    ['sends an endless body', endless],
    ['fails', answers(500, '{"result":"match"}')],
    ['sends a page', answers(200, '<html>maintenance</html>')],
    ['sends nothing', answers(200, '')],
    ['sends another shape', answers(200, '{"result":"matched","status":"fine"}')],
    ['sends an unknown element', answers(200, '{"status":"valid","match":{"__proto__x":"match"}}')],
    [
      'sends a SIM date that is none',
      answers(
        200,
        '{"status":"active","match":{"name":"match"},"carrier":"a","lineType":"mobile","simChangedAt":"soon"}',
      ),
    ],
    [
      'sends a carrier that is a text',
      answers(
        200,
        '{"status":"active","match":{"name":"match"},"carrier":"Ana Rivera +12025550101","lineType":"mobile"}',
      ),
    ],
    ['sends us elsewhere', (_, r) => void r.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()],
    ['hangs up', (request) => void request.socket.destroy()],
  ])('%s: unavailable', async (_, listener) => {
    const settings = await authority(listener);
    expect(await createHttpSocialSecurity(settings).verify(person)).toEqual(err('unavailable'));
    expect(await createHttpMotorVehicles(settings).verify(license)).toEqual(err('unavailable'));
    expect(await createHttpPhoneCarrier(settings).verify(account)).toEqual(err('unavailable'));
  });

  it('finding D5: says no to our question as we wrote it, or to our key: refused, which is our own fault', async () => {
    for (const status of [400, 401, 422]) {
      const settings = await authority(answers(status, '{"result":"match","status":"valid","match":{}}'));
      expect(await createHttpSocialSecurity(settings).verify(person)).toEqual(err('refused'));
      expect(await createHttpMotorVehicles(settings).verify(license)).toEqual(err('refused'));
      expect(await createHttpPhoneCarrier(settings).verify(account)).toEqual(err('refused'));
    }
  });

  it('attack: an answer about another person, to a question that was not ours, is taken for silence', async () => {
    const others = '6f3d7c52-2d4b-4a8e-9a51-0d8f4c3b2a10';
    const settings = await authority(answers(200, '{"result":"match","status":"valid","match":{}}', others));
    expect(await createHttpSocialSecurity(settings).verify(person)).toEqual(err('unavailable'));
    expect(await createHttpMotorVehicles(settings).verify(license)).toEqual(err('unavailable'));
    expect(await createHttpPassportOffice(settings).verify(license)).toEqual(err('unavailable'));
    expect(await createHttpPhoneCarrier(settings).look(account.phoneNumber)).toEqual(err('unavailable'));
    const unsigned = await authority((_, response) => void response.end('{"result":"match"}'));
    expect(await createHttpSocialSecurity(unsigned).verify(person)).toEqual(err('unavailable'));
  });

  it('nobody listening: unavailable', async () => {
    const nowhere = { url: 'http://127.0.0.1:9', key: 'k', timeoutMs: 300 };
    expect(await createHttpMotorVehicles(nowhere).verify(license)).toEqual(err('unavailable'));
  });
});

describe('why an authority gave no answer is told, without what was asked', () => {
  const told = async (listener: RequestListener) => {
    const seen: NoAnswer[] = [];
    const settings = { ...(await authority(listener)), onNoAnswer: (why: NoAnswer) => void seen.push(why) };
    expect((await createHttpSocialSecurity(settings).verify(person)).ok).toBe(false);
    return seen;
  };

  it.each<[string, RequestListener, Partial<NoAnswer>]>([
    [
      'a request that it refuses, with the fields it names and no value',
      answers(400, '{"error":"invalid-request","fields":["ssn"],"sent":"900-12-3417"}'),
      { reason: 'refused', status: 400, fields: ['ssn'] },
    ],
    ['a refusal in words', answers(400, 'no Rivera here'), { reason: 'refused', status: 400 }],
    ['a key that it does not know', answers(401, '{}'), { reason: 'refused', status: 401 }],
    ['a fault of its own', answers(503, ''), { reason: 'failed', status: 503 }],
    ['an answer in another form', answers(200, '{"result":"perhaps"}'), { reason: 'malformed' }],
    ['no JSON', answers(200, '<html>'), { reason: 'malformed' }],
    ['silence', () => undefined, { reason: 'silent' }],
    [
      'an answer to somebody else’s question',
      answers(200, '{"result":"match"}', 'another'),
      { reason: 'another-reference' },
    ],
  ])('%s', async (_what, listener, why) => {
    const seen = await told(listener);
    expect(seen).toMatchObject([
      { path: 'social-security/v1/verify', reference: expect.stringMatching(/^[0-9a-f-]{36}$/), ...why },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/3417|Rivera|1983/);
  });
});
