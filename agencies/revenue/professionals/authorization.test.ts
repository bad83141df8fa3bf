import { clockIn } from '@signet/agencies-ui/clock';
import { describe, expect, it } from 'vitest';
import { type Authorization, mayProfessionalSee } from './authorization.ts';

const given: Authorization = {
  id: 'a',
  professional: { number: 'P20000017', name: 'Maren Osei', city: 'Port Alder' },
  scopes: ['transcripts'],
  taxYears: [2024],
  from: '2026-03-01',
  until: '2026-03-31',
};
const asked = { professional: 'P20000017', scope: 'transcripts', taxYear: 2024 } as const;
/** At that moment on the wall of the department. */
const at = (moment: string) => new Date(`${moment}-05:00`);
const clockAt = (moment: string) => clockIn('America/Panama', () => at(moment)); // UTC-5 all year
const may = (one: Authorization, over: Partial<typeof asked> | object = {}, moment = '2026-03-10T12:00:00') =>
  mayProfessionalSee([one], { ...asked, ...over }, clockAt(moment));

describe('what a tax professional may see', () => {
  it('is what was allowed, from the first moment of the first day to the last of the last', () => {
    expect(may(given)).toBe(true);
    expect(may(given, {}, '2026-02-28T23:59:59')).toBe(false);
    expect(may(given, {}, '2026-03-01T00:00:00')).toBe(true);
    expect(may(given, {}, '2026-03-31T23:59:59')).toBe(true);
    expect(may(given, {}, '2026-04-01T00:00:00')).toBe(false);
  });

  it('attack, another professional, another year, another kind of record: nothing', () => {
    expect(may(given, { professional: 'P20000025' })).toBe(false);
    expect(may(given, { taxYear: 2023 })).toBe(false);
    expect(may(given, { scope: 'payments' })).toBe(false);
  });

  it('ends at the very moment at which the person ends it', () => {
    const ended = { ...given, endedAt: at('2026-03-10T12:00:00') };
    expect(may(ended, {}, '2026-03-10T11:59:59')).toBe(true);
    expect(may(ended, {}, '2026-03-10T12:00:00')).toBe(false);
  });

  it('attack, two narrow authorizations do not add up to a wide one', () => {
    const other: Authorization = { ...given, id: 'b', scopes: ['payments'], taxYears: [2023] };
    const see = (scope: 'transcripts' | 'payments', taxYear: number) =>
      mayProfessionalSee([given, other], { ...asked, scope, taxYear }, clockAt('2026-03-10T12:00:00'));
    expect(see('transcripts', 2024)).toBe(true);
    expect(see('payments', 2023)).toBe(true);
    expect(see('payments', 2024)).toBe(false);
    expect(see('transcripts', 2023)).toBe(false);
  });
});
