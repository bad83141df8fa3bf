import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeMove, judgeSignIn, manyAccounts, type SignInFacts } from './judge-sign-in.ts';
import type { Place } from './place.ts';
import { madeUpPlaces } from './providers/made-up-places.ts';
import { distanceAtLeast, isImpossible } from './travel.ts';

const placeOf = madeUpPlaces();
const known = (address: string): Place => placeOf(address) ?? {};
const columbus = known('192.0.2.1');
const phoenix = known('198.51.100.1');
const lisbon = known('203.0.113.1');
const zurichByVpn = known('203.0.113.200');

const now = new Date('2026-06-03T14:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const usual: SignInFacts = {
  knownDevice: true,
  before: [{ place: columbus, at: hoursAgo(2) }],
  now: { place: columbus, at: now },
  accountsTried: 0,
  simSwapped: false,
};

describe('what is unusual about a sign-in', () => {
  it.each<[string, Partial<SignInFacts>, readonly string[], boolean]>([
    ['nothing', {}, [], false],
    ['a new browser at home', { knownDevice: false }, ['new-device'], false],
    ['a browser without cookies', { knownDevice: undefined }, [], false],
    [
      'a known browser two hours later in Lisbon',
      { now: { place: lisbon, at: now } },
      ['new-country', 'impossible-travel'],
      false,
    ],
    [
      'the same after a night',
      { before: [{ place: columbus, at: hoursAgo(12) }], now: { place: lisbon, at: now } },
      ['new-country'],
      false,
    ],
    ['Phoenix two hours later', { now: { place: phoenix, at: now } }, ['impossible-travel'], false],
    ['a VPN turned on', { now: { place: zurichByVpn, at: now } }, ['new-country', 'anonymizer'], false],
    [
      'a new browser in Lisbon two hours later',
      { knownDevice: false, now: { place: lisbon, at: now } },
      ['new-device', 'new-country', 'impossible-travel'],
      true,
    ],
    [
      'a new browser where passwords are tried',
      { knownDevice: false, accountsTried: manyAccounts },
      ['new-device', 'many-accounts'],
      true,
    ],
    ['a known browser where passwords are tried', { accountsTried: manyAccounts }, ['many-accounts'], false],
    ['a new SIM in a known browser', { simSwapped: true }, ['sim-swap'], false],
    [
      'a new SIM in a new browser',
      { simSwapped: true, knownDevice: false },
      ['new-device', 'sim-swap'],
      true,
    ],
    ['places unknown', { knownDevice: false, now: { place: undefined, at: now } }, ['new-device'], false],
    ['a first place', { before: [], now: { place: lisbon, at: now } }, [], false],
  ])('%s', (_name, facts, signals, asksMore) => {
    expect(judgeSignIn({ ...usual, ...facts })).toEqual({ signals, asksMore });
  });

  const place = fc.constantFrom<Place | undefined>(
    columbus,
    phoenix,
    lisbon,
    zurichByVpn,
    { thisComputer: true },
    {},
    undefined,
  );
  const facts = fc.record<SignInFacts>({
    knownDevice: fc.constantFrom(true, false, undefined),
    before: fc.array(
      fc.record({ place: place.map((one) => one ?? {}), at: fc.integer({ min: 0, max: 500 }).map(hoursAgo) }),
      { maxLength: 3 },
    ),
    now: fc.record({ place, at: fc.constant(now) }),
    accountsTried: fc.nat(100),
    simSwapped: fc.boolean(),
  });

  it('the place alone never asks for more, whatever else is as always', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { asksMore } = judgeSignIn({
          ...given,
          knownDevice: true,
          accountsTried: 0,
          simSwapped: false,
        });
        expect(asksMore).toBe(false);
      }),
    );
  });

  it('asks for more exactly where two of browser, place, network and phone testify', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { signals, asksMore } = judgeSignIn(given);
        const witnesses = ['new-device', 'impossible-travel', 'many-accounts', 'sim-swap'] as const;
        expect(asksMore).toBe(witnesses.filter((one) => signals.includes(one)).length >= 2);
      }),
    );
  });

  it('more to worry about never gives fewer signals', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { signals } = judgeSignIn(given);
        const worse = judgeSignIn({ ...given, knownDevice: false, accountsTried: 100, simSwapped: true });
        expect(worse.signals).toEqual(expect.arrayContaining([...signals]));
      }),
    );
  });
});

describe('travel', () => {
  it('is measured between the nearest ends of what is not sure', () => {
    expect(distanceAtLeast(columbus, lisbon)).toBeGreaterThan(5700);
    expect(distanceAtLeast(columbus, lisbon)).toBeLessThan(6300);
    expect(distanceAtLeast(columbus, columbus)).toBe(0);
    const somewhereInTheUs: Place = { country: 'US', at: { latitude: 38, longitude: -97, radiusKm: 2000 } };
    expect(distanceAtLeast(columbus, somewhereInTheUs)).toBe(0);
    expect(distanceAtLeast(columbus, { country: 'PT' })).toBeUndefined();
  });

  it('takes as long as it takes: the same way is possible with time, and never the other way about', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(columbus, phoenix, lisbon),
        fc.constantFrom(columbus, phoenix, lisbon),
        fc.nat(48),
        fc.nat(48),
        (a, b, h, more) => {
          const from = (hours: number) =>
            isImpossible({ place: a, at: hoursAgo(hours) }, { place: b, at: now });
          if (!from(h)) expect(from(h + more)).toBe(false);
        },
      ),
    );
  });

  it('of a session: another country is new once, and home is never new', () => {
    const before = [{ place: columbus, at: hoursAgo(1) }];
    const there = { place: lisbon, at: now };
    expect(judgeMove(before, there)).toEqual(['new-country', 'impossible-travel']);
    expect(judgeMove([there, ...before], { place: lisbon, at: now })).toEqual([]);
    expect(judgeMove(before, { place: columbus, at: now })).toEqual([]);
  });
});
