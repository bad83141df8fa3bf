import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Bench, openBench } from '../bench.ts';
import { fapi2ClientAssertion } from './fapi2-client-assertion.ts';
import { fapi2ParRequestUri } from './fapi2-par-request-uri.ts';
import { fapi2ParRequired } from './fapi2-par-required.ts';
import { oauth21EnsurePkce } from './oauth21-ensure-pkce.ts';
import { oidccDiscoveryEndpointVerification } from './oidcc-discovery-endpoint-verification.ts';
import { oidccRegisteredRedirectUri } from './oidcc-ensure-registered-redirect-uri.ts';
import { oidccLevelScope } from './oidcc-level-scope.ts';
import { oidccResponseMode } from './oidcc-response-mode.ts';
import { oidccResponseTypes } from './oidcc-response-type-missing.ts';
import { oidccSsnNeedsEntitlement } from './oidcc-ssn-needs-entitlement.ts';
import { oidccUiLocales } from './oidcc-ui-locales.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe('What an agency may ask, and how', () => {
  it('P1, P2, P5: discovery names what Signet does and nothing more', () =>
    oidccDiscoveryEndpointVerification(bench));
  it('P2: a request that was not pushed is refused', () => fapi2ParRequired(bench));
  it('P2, P3: a pushed request serves its agency, once, for a minute', () => fapi2ParRequestUri(bench));
  it('P1: without PKCE S256 no request is taken', () => oauth21EnsurePkce(bench));
  it('P1: a redirect address matches exactly or not at all', () => oidccRegisteredRedirectUri(bench));
  it('P1: neither implicit nor hybrid nor password grant', () => oidccResponseTypes(bench));
  it('P2: a client assertion is of the agency’s key, for the issuer, and counts once', () =>
    fapi2ClientAssertion(bench));
  it('C1: an agency cannot ask for what its agreement does not name', () => oidccSsnNeedsEntitlement(bench));
  it('C2, finding F9: a level named as a scope is refused', () => oidccLevelScope(bench));
  it('P1: every answer carries iss and state, in each response mode', () => oidccResponseMode(bench));
  it('speaks the language that the agency names, unless the person chose one', () => oidccUiLocales(bench));
});
