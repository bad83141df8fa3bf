import { describe, expect, it } from 'vitest';
import { type RouteKey, type RoutePolicy, routeTable } from '../../packages/signet/src/web/routes/index.ts';

const rows = Object.entries(routeTable) as [RouteKey, RoutePolicy][];

/** What changes an account a little, or only takes away: a browser that was left open may do this much. */
const withoutRecentFactor = [
  'POST /account/ways/passkey/:ref/name',
  'POST /account/contact/language',
  'POST /account/contact/code', // of an address that was asked for with a recent factor
  'POST /account/contact/code/again',
  'POST /account/devices/sign-out',
  'POST /account/devices/sign-out-others',
  'POST /account/agencies/end',
  'POST /account/data/show', // leads to the page that asks
  'POST /account/data/hide',
  'POST /account/close/keep',
];

describe('the policy that the route table holds', () => {
  const rowsAt = (pattern: RegExp) => rows.filter(([key]) => pattern.test(key));
  const guardsAt = (pattern: RegExp) => rowsAt(pattern).map(([key, { guards: names }]) => ({ key, names }));

  it('A27: everything of an account is its owner’s, at AAL2', () => {
    for (const { key, names } of guardsAt(/ \/account(\/|$)/))
      expect([key, names[0]]).toEqual([key, 'owner']);
  });

  it('A27, A28: everything of proofing is for somebody at AAL2 or in a recovery', () => {
    for (const [key, { guards: names, body }] of rowsAt(/ \/verify(\/|$)/))
      expect([key, names]).toEqual([key, ['proofing-subject', ...(body === 'photo' ? ['photo-step'] : [])]]);
  });

  it('B13: what changes how an account is reached, or shows what is masked, asks for a recent factor', () => {
    const changes = rows.map(([key]) => key).filter((key) => /^POST \/account\//.test(key));
    const sensitive = [
      ...changes.filter((key) => !withoutRecentFactor.includes(key)),
      ...['GET /account/data/shown', 'GET /account/data/download', 'GET /recovery-codes'],
      ...['POST /sign-up/app', 'POST /passkey/register/options', 'POST /recovery-codes'],
    ];
    for (const key of withoutRecentFactor) expect(changes).toContain(key);
    for (const key of sensitive) {
      const names = rows.find(([one]) => one === key)?.[1].guards ?? [];
      expect([key, names.some((name) => name.startsWith('recent'))]).toEqual([key, true]);
    }
  });

  it('B15: every proof of a recovery asks for the mailbox first', () => {
    for (const { key, names } of guardsAt(
      / \/recover\/(choose|session|passkey|saved-code|password|app|phone|proofing|proven)/,
    )) {
      expect([key, names]).toEqual([key, ['recovery-under-way']]);
    }
  });

  it('only a step that asks for a photo may be sent a large body, a GET has no body, and a POST always says what its is', () => {
    expect(rows.filter(([, { body }]) => body === 'photo').map(([key]) => key)).toEqual([
      'POST /verify/front',
      'POST /verify/back',
      'POST /verify/data-page',
      'POST /verify/selfie',
      'POST /phone/front',
      'POST /phone/back',
      'POST /phone/data-page',
      'POST /phone/selfie',
    ]);
    for (const [key, { body }] of rows) expect([key, body === 'none']).toEqual([key, key.startsWith('GET ')]);
  });
});
