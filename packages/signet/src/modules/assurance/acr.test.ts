import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandOf, formatAcr, meets, parseAcrValues, supportedAcrs } from './acr.ts';
import { trustFramework } from './trust-framework.ts';

const issuer = 'https://signet.example';
const own = (levels: string) => `${issuer}/assurance/${levels}`;
const federal = (level: string) => `http://idmanagement.gov/ns/assurance/${level}`;
const demand = (minIal: number, minAal: number, phishingResistant = false) => ({
  ok: true,
  value: { minIal, minAal, phishingResistant },
});

describe('P5: what acr_values demand', () => {
  it.each([
    [[own('ial2-aal2')], demand(2, 2)],
    [[own('ial0-aal2-phishing-resistant')], demand(0, 2, true)],
    [[own('ial1-aal3')], demand(1, 3, true)],
    [[federal('ial/2'), federal('aal/2')], demand(2, 2)],
    [[federal('ial/1')], demand(1, 0)],
    [[federal('aal/2?phishing_resistant=true')], demand(0, 2, true)],
    [[federal('aal/3')], demand(0, 3, true)],
    [[own('ial1-aal2'), federal('ial/2')], demand(2, 2)],
    [[], demand(0, 0)],
  ])('P5: %j', (values, expected) => {
    expect(parseAcrValues(issuer, values)).toEqual(expected);
  });

  it('P5: an unknown value is passed over beside a known one, and is an error alone', () => {
    expect(parseAcrValues(issuer, ['urn:else:1', own('ial2-aal2')])).toEqual(demand(2, 2));
    expect(parseAcrValues(issuer, ['urn:else:1'])).toEqual({ ok: false, error: 'unknown-acr' });
  });

  it.each([
    'https://evil.example/assurance/ial2-aal2',
    `${issuer}.evil.example/assurance/ial2-aal2`,
    own('ial4-aal2'),
    own('ial2-aal0'),
    own('ial2-aal2/'),
    own('ial2-aal2\n'),
    federal('aal/2?phishing_resistant=false'),
    federal('aal/2/'),
    '__proto__',
  ])("attack: %j is nobody's name for a level", (value) => {
    expect(parseAcrValues(issuer, [value]).ok).toBe(false);
  });
});

describe('finding F2: what is asked of the person for it', () => {
  it.each([
    ['an unknown level, voluntary', { voluntary: ['urn:else:1'], essential: [] }, demand(0, 0)],
    ['IAL3, voluntary', { voluntary: [federal('ial/3')], essential: [] }, demand(2, 0)],
    ['IAL3 in our words', { voluntary: [own('ial3-aal2')], essential: [] }, demand(2, 2)],
    ['an essential one that can be met', { voluntary: [], essential: [federal('ial/2')] }, demand(2, 0)],
    ['one of two', { voluntary: [], essential: [federal('ial/3'), own('ial2-aal2')] }, demand(2, 2)],
    ['both kinds', { voluntary: [federal('aal/3')], essential: [own('ial1-aal2')] }, demand(1, 3, true)],
  ])('%s', (_, asked, expected) => {
    expect(demandOf(issuer, asked)).toEqual(expected);
  });

  it.each([federal('ial/3'), own('ial3-aal2'), 'urn:else:1'])(
    'essential and never to be met: %s',
    (value) => {
      const none = { ok: false, error: 'cannot-be-met' };
      expect(demandOf(issuer, { voluntary: [own('ial2-aal2')], essential: [value] })).toEqual(none);
    },
  );

  it('never asks for what nobody can reach here: no journey goes in a circle', () => {
    const any = fc.subarray([...supportedAcrs(issuer), federal('ial/3'), own('ial3-aal3'), 'urn:else:1']);
    fc.assert(
      fc.property(any, any, (voluntary, essential) => {
        const asked = demandOf(issuer, { voluntary, essential });
        expect(!asked.ok || asked.value.minIal <= 2).toBe(true);
      }),
    );
  });
});

describe('C2: the acr of the answer', () => {
  const reached = { ial: 2, aal: 2, phishingResistant: false };

  it.each([
    [[], own('ial2-aal2')],
    [[own('ial2-aal2')], own('ial2-aal2')],
    [[own('ial0-aal2')], own('ial0-aal2')],
    [[federal('ial/2'), federal('aal/2')], `${federal('ial/2')} ${federal('aal/2')}`],
    [[federal('aal/2')], federal('aal/2')],
    [['urn:else:1', federal('ial/1')], federal('ial/1')],
  ])('P5: asked %j, it speaks the same words', (asked, acr) => {
    expect(formatAcr(issuer, reached, asked)).toBe(acr);
  });

  it('C2: a downgrade shows: what was not reached is named as it is', () => {
    expect(formatAcr(issuer, { ...reached, ial: 1 }, [own('ial2-aal2')])).toBe(own('ial1-aal2'));
    expect(formatAcr(issuer, reached, [federal('aal/2?phishing_resistant=true')])).toBe(federal('aal/2'));
    expect(formatAcr(issuer, { ...reached, ial: 0 }, [federal('ial/2')])).toBe(own('ial0-aal2'));
  });

  it('P5: a passkey answers what was asked, and names itself where nothing was', () => {
    const strong = { ial: 2, aal: 2, phishingResistant: true };
    expect(formatAcr(issuer, strong, [own('ial2-aal2')])).toBe(own('ial2-aal2'));
    expect(formatAcr(issuer, strong, [])).toBe(own('ial2-aal2-phishing-resistant'));
    expect(formatAcr(issuer, strong, [federal('aal/2?phishing_resistant=true')])).toBe(
      federal('aal/2?phishing_resistant=true'),
    );
    expect(formatAcr(issuer, { ...strong, aal: 3 }, [])).toBe(own('ial2-aal3'));
  });

  it('C2: attack: no answer ever claims more than was reached', () => {
    const level = fc.constantFrom(0, 1, 2, 3);
    const anyReached = fc
      .record({ ial: level, aal: fc.constantFrom(1, 2, 3), phishingResistant: fc.boolean() })
      .map((levels) => ({ ...levels, phishingResistant: levels.phishingResistant || levels.aal === 3 }));
    const asked = fc.subarray([...supportedAcrs(issuer), federal('ial/3'), 'urn:else:1']);
    fc.assert(
      fc.property(anyReached, asked, (levels, values) => {
        const claimed = parseAcrValues(issuer, formatAcr(issuer, levels, values).split(' '));
        expect(claimed.ok && meets(levels, claimed.value)).toBe(true);
      }),
    );
  });
});

it('A11: discovery offers every name it can answer, and no IAL3', () => {
  const names = supportedAcrs(issuer);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(parseAcrValues(issuer, [name]).ok, name).toBe(true);
  expect(names.filter((name) => name.includes('ial3') || name.includes('ial/3'))).toEqual([]);
});

it('P7: the sandbox has a trust framework of its own', () => {
  expect(trustFramework(issuer, true)).not.toBe(trustFramework(issuer, false));
});
