import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Bench, openBench } from '../bench.ts';
import { fapi2Dpop } from './fapi2-dpop.ts';
import { fapi2CodeIsBound } from './fapi2-ensure-authorization-code-is-bound-to-client.ts';
import { oidccBackchannelLogout } from './oidcc-backchannel-logout.ts';
import { oidccCodereuse } from './oidcc-codereuse.ts';
import { oidccRpInitiatedLogout } from './oidcc-rp-initiated-logout.ts';
import { oidccRpInitiatedLogoutBad } from './oidcc-rp-initiated-logout-bad.ts';
import { oidccRpInitiatedLogoutStay } from './oidcc-rp-initiated-logout-stay.ts';
import { oidccUserinfo } from './oidcc-userinfo.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe('What becomes of codes, tokens and sessions', () => {
  it('C8, P1: a code that comes twice takes its tokens along', () => oidccCodereuse(bench));
  it('C1, P1: a code serves its agency, its address and its verifier', () => fapi2CodeIsBound(bench));
  it('P3: a DPoP token is worth nothing without its key', () => fapi2Dpop(bench));
  it('C8: userinfo takes a token in its header and nowhere else', () => oidccUserinfo(bench));
  it('P4: signing out everywhere ends the session here too', () => oidccRpInitiatedLogout(bench));
  it('P4: staying signed in ends only that agency’s', () => oidccRpInitiatedLogoutStay(bench));
  it('P4: a wrong address or hint signs nobody out', () => oidccRpInitiatedLogoutBad(bench));
  it('P4: the back-channel logout token has the right shape', () => oidccBackchannelLogout(bench));
});
