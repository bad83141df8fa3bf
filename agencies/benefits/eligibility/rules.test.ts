import { expect, it } from 'vitest';
import { type Facts, standings } from './rules.ts';
import { checkService } from './service.ts';

const robin: Facts = {
  birthDate: '1965-10-26',
  state: 'ZZ',
  service: { began: '1984-02-29', ended: '1987-02-28' },
  today: '2026-06-01',
};

const open = (over: Partial<Facts> = {}): readonly string[] =>
  standings({ ...robin, ...over })
    .filter(({ may }) => may)
    .map(({ benefit }) => benefit);

it('a day short of three years of service is two', () => {
  const [health] = standings(robin);
  expect(health?.conditions).toEqual([{ rule: 'served', needs: 2, has: 2, met: true }]);
});

it('the pension opens on the 65th birthday, not the day before', () => {
  expect(open({ today: '2030-10-25' })).not.toContain('pension');
  expect(open({ today: '2030-10-26' })).toContain('pension');
});

it('school takes three years of service, and is over fifteen years after it', () => {
  const service = { began: '2000-01-10', ended: '2003-01-10' };
  expect(open({ service, today: '2018-01-10' })).toContain('education');
  expect(open({ service, today: '2018-01-11' })).not.toContain('education');
  expect(open({ service: { began: '2000-01-10', ended: '2003-01-09' }, today: '2010-01-01' })).not.toContain(
    'education',
  );
});

it('the home loan is for people of the Commonwealth, and says when it does not know', () => {
  expect(open()).toContain('home');
  expect(open({ state: 'OH' })).not.toContain('home');
  const home = standings({ ...robin, state: undefined }).find(({ benefit }) => benefit === 'home');
  expect(home).toMatchObject({ may: false, conditions: [{}, { rule: 'lives-here', known: false }] });
});

it.each([
  [{ began: '1982-10-25', ended: '1985-01-01' }, [{ field: 'began', why: 'too-young' }]],
  [{ began: '1990-01-01', ended: '1989-12-31' }, [{ field: 'ended', why: 'backwards' }]],
  [{ began: '1990-01-01', ended: '2026-06-02' }, [{ field: 'ended', why: 'not-over' }]],
  [
    { began: '', ended: '1990-02-30' },
    [
      { field: 'began', why: 'no-day' },
      { field: 'ended', why: 'no-day' },
    ],
  ],
  [{ began: '1982-10-26', ended: '2026-06-01' }, []],
])('service %j cannot be believed where %j', (service, problems) => {
  expect(checkService(service, robin.birthDate, robin.today)).toEqual(problems);
});
