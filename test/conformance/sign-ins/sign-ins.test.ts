import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Bench, openBench } from '../bench.ts';
import { ekycServerHappyFlow } from './ekyc-server-happy-flow.ts';
import { fapi2HappyFlow } from './fapi2-security-profile-happy-flow.ts';
import { oidccAcrNotMet } from './oidcc-acr-not-met.ts';
import { oidccAcrVoluntary } from './oidcc-acr-voluntary.ts';
import { oidccClaimsParameter } from './oidcc-claims-parameter-widens-nothing.ts';
import { oidccClaimsSubValue } from './oidcc-claims-sub-value.ts';
import { oidccDowngradeVisible } from './oidcc-downgrade-visible.ts';
import { oidccAcrValues } from './oidcc-ensure-request-with-acr-values-succeeds.ts';
import { oidccIdTokenHint } from './oidcc-id-token-hint.ts';
import { oidccMaxAge } from './oidcc-max-age.ts';
import { oidccPairwiseSubject } from './oidcc-pairwise-subject.ts';
import { oidccPromptConsent } from './oidcc-prompt-consent.ts';
import { oidccPromptLogin } from './oidcc-prompt-login.ts';
import { oidccPromptNone } from './oidcc-prompt-none.ts';
import { oidccScopeAll } from './oidcc-scope-all.ts';
import { oidccServer } from './oidcc-server.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe('What an agency is told of a sign-in', () => {
  it('P2, P3: a stock client signs in with PAR, private_key_jwt, PKCE and DPoP', () => fapi2HappyFlow(bench));
  it('C8: the assertion is complete, and holds nothing personal', () => oidccServer(bench));
  it('C4: each scope brings its claims and only those', () => oidccScopeAll(bench));
  it('C4: the claims parameter widens nothing', () => oidccClaimsParameter(bench));
  it('P7, A7: verified_claims say what was proven and how', () => ekycServerHappyFlow(bench));
  it('C3: one person is somebody else at each agency', () => oidccPairwiseSubject(bench));
  it('P5: acr answers in the words in which it was asked', () => oidccAcrValues(bench));
  it('C2, finding F2: a level that was asked for is never passed over', () => oidccAcrNotMet(bench));
  it('C2, P5, finding F2: a request for more than there is never ends nowhere', () =>
    oidccAcrVoluntary(bench));
  it('C2: a downgrade is visible', () => oidccDowngradeVisible(bench));
  it('P6: max_age asks for an authentication, and auth_time says when', () => oidccMaxAge(bench));
  it('prompt=login authenticates whoever is signed in', () => oidccPromptLogin(bench));
  it('prompt=none shows no page', () => oidccPromptNone(bench));
  it('C4: prompt=consent asks again', () => oidccPromptConsent(bench));
  it('C1: id_token_hint names the one person who is asked about', () => oidccIdTokenHint(bench));
  it('C1: so does a subject in the claims parameter', () => oidccClaimsSubValue(bench));
});
