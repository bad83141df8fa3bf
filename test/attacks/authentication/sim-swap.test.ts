import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import {
  askingForCode,
  type PhoneAccount,
  phoneAccount,
  phoneCode,
  withoutSecond,
} from '../../support/visitors/phone-accounts.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  must,
  source,
  withPassword,
} from '../../support/worlds/authentication-world.ts';

/** A thief has the password, and talks the phone company into moving the number to a SIM card of theirs (B6). */
describe('attack, SIM swap', () => {
  let world: AuthenticationWorld;
  let account: PhoneAccount;
  let count = 0;
  beforeAll(async () => {
    world = await authenticationWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    count += 1;
    account = await phoneAccount(world, `swapped${count}@mail.example`, `+1202555010${count}`);
  });

  type Line = { simChangedAt?: Date; portedAt?: Date };
  const lately = (line: Line) =>
    world.carrier.says.set(account.number, async () => ({
      ok: true,
      value: { status: 'active', lineType: 'mobile', ...line },
    }));
  const ago = (ms: number) => new Date(world.clock.now().getTime() - ms);
  const thief = async () =>
    world.authentication.phone.sendCode(must(await withPassword(world, account.email)), {
      phone: account.phone,
      by: 'text',
      source: '198.51.100.66',
    });

  it.each<[string, (ms: number) => Line]>([
    ['a new SIM card', (ms) => ({ simChangedAt: ago(ms) })],
    ['another carrier', (ms) => ({ portedAt: ago(ms) })],
  ])('%s of less than three days gets no code; every address is told, once', async (_, line) => {
    lately(line(hours(71)));
    const before = (await world.rungAt(account.number)).length;
    expect(await thief()).toEqual({ ok: false, error: { code: 'phone-changed-hands' } });
    expect(await thief()).toEqual({ ok: false, error: { code: 'phone-changed-hands' } });
    expect((await world.rungAt(account.number)).length).toBe(before);
    const told = (await world.mailTo(account.email)).filter(({ subject }) => /stopped sending/.test(subject));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(`••• ••• ${account.number.slice(-4)}`);
    lately(line(hours(73)));
    expect(await thief()).toMatchObject({ ok: true });
  });

  it('within the week it is a signal beside others, which the person and the audit log are told', async () => {
    lately({ simChangedAt: ago(hours(100)) });
    const asked = await askingForCode(world, account);
    const from = { source, device: 'a-browser-of-its-own' };
    const input = { code: await phoneCode(world, account.number), source };
    const signedIn = must(await world.authentication.phone.verify({ ...asked, from }, input));
    const owner = await world.accounts.get(signedIn.session.person as never);
    const [entry] = await world.audit.about(owner?.auditRef as never, {
      limit: 1,
      actions: ['session.authenticated'],
    });
    expect(entry?.details).toMatchObject({ method: 'text-code', simSwap: true });
  });

  it('a number that changed hands is not bound either, and only its holder is told why', async () => {
    const number = '+12025550150';
    world.carrier.says.set(number, async () => ({
      ok: true,
      value: { status: 'active', lineType: 'mobile', simChangedAt: ago(hours(1)) },
    }));
    const presence = await withoutSecond(world, 'new-sim@mail.example');
    const input = { number: new Redacted(number), by: 'text', source } as const;
    const started = must(await world.authentication.phone.start(presence, input));
    const confirm = (code: string) => world.authentication.phone.confirm(started, { code, source });
    const code = await phoneCode(world, number);
    expect(await confirm(code === '000000' ? '111111' : '000000')).toMatchObject({
      error: { code: 'wrong-code' },
    });
    expect(await confirm(code)).toEqual({ ok: false, error: { code: 'phone-changed-hands' } });
  });

  it('a carrier that does not answer holds nobody up: the code goes out, and the audit log says that nobody was asked', async () => {
    world.carrier.says.set(account.number, () => new Promise(() => undefined)); // for ever
    const asked = await askingForCode(world, account);
    const signedIn = must(
      await world.authentication.phone.verify(asked, {
        code: await phoneCode(world, account.number),
        source,
      }),
    );
    expect(signedIn.session.aal).toBe(2);
    const { auditRef } = (await world.accounts.get(signedIn.session.person as never)) ?? {
      auditRef: undefined,
    };
    const sent = (await world.audit.about(auditRef as never, { limit: 50 })).filter(
      ({ action }) => action === 'phone.code-sent',
    );
    expect(sent.map(({ details }) => details)).toContainEqual({ by: 'text', carrier: 'silent' });
  });

  it('attack, double click: the same button pressed twice, or five times at once, sends one text', async () => {
    const presence = must(await withPassword(world, account.email));
    const before = (await world.rungAt(account.number)).length;
    const send = { phone: account.phone, by: 'text', source } as const;
    const pressed = await Promise.all(
      [1, 2, 3, 4, 5].map(() => world.authentication.phone.sendCode(presence, send)),
    );
    expect(pressed.every(({ ok }) => ok)).toBe(true);
    expect((await world.rungAt(account.number)).length).toBe(before + 1);
    const last = must(pressed[4] ?? { ok: false, error: 'none' });
    const code = await phoneCode(world, account.number);
    expect(await world.authentication.phone.verify(last, { code, source })).toMatchObject({ ok: true });
  });
});
