import type { PersonId } from '../../kernel/index.ts';
import type { AccountRecovery, Authentication } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';
import { expiredRequest } from '../federation/index.ts';
import {
  isOpen,
  phoneTokens,
  placeAtPhone,
  placeOf,
  recoverPath,
  signInForProofing,
  subjectOf,
} from '../proofing/index.ts';
import { httpPair, ownerOf } from '../request/index.ts';
import type { Guards } from '../routes/index.ts';

export interface JourneyGuardNeeds {
  readonly authentication: Pick<Authentication, 'signIn' | 'authenticators' | 'session'>;
  readonly recovery: Pick<AccountRecovery, 'personUnderWay'>;
  readonly federation: Pick<Federation, 'requestOf'>;
  readonly proofing: Pick<Proofing, 'currentCase' | 'phoneCapture'>;
  /** Whether what is proven could be kept: a vault is made by the first authenticator that can carry its key. */
  readonly hasVault: (person: PersonId) => Promise<boolean>;
}

/** What a journey needs to be under way. */
export const journeyGuards = ({
  authentication,
  recovery,
  federation,
  proofing,
  hasVault,
}: JourneyGuardNeeds) =>
  ({
    async 'has-password'(c) {
      const { password } = await authentication.authenticators.of(ownerOf(c).person);
      return password ? undefined : { instead: '/account/ways' };
    },

    async 'phone-is-next'({ var: { visit } }) {
      const next = visit.presence && (await authentication.signIn.nextStep(visit.presence));
      const isNext = next?.step === 'second-authenticator' && next.choices.includes('phone');
      return isNext ? undefined : { instead: '/continue' };
    },

    async 'recovery-under-way'(c) {
      const { presence } = c.var.visit;
      if (presence && (await recovery.personUnderWay(presence))) return undefined;
      if (c.req.path !== recoverPath) return { instead: recoverPath };
      return { instead: presence?.session.person ? '/continue' : '/recover' };
    },

    async 'proofing-subject'({ var: { visit } }) {
      const person = subjectOf(visit.presence);
      const keeps = person && (visit.presence?.session.opensVault || (await hasVault(person)));
      return keeps ? undefined : { instead: signInForProofing(visit.presence) };
    },

    async 'photo-step'(c) {
      const person = subjectOf(c.var.visit.presence);
      const view = person && (await proofing.currentCase(person));
      const step = c.req.path.split('/').at(-1);
      if (!view || !isOpen(view, step)) return { instead: placeOf(view) };
      c.set('sender', person);
      return undefined;
    },

    async 'phone-link'(c) {
      const phone = phoneTokens(c);
      const at = phone && (await proofing.phoneCapture.atPhone(phone));
      if (at?.link.standing.is !== 'joined' || !at.open) return { instead: placeAtPhone(at) };
      c.set('atPhone', at);
      return undefined;
    },

    async 'phone-photo'(c) {
      const at = c.var.atPhone;
      const place = placeAtPhone(at);
      if (!at || c.req.path !== place) return { instead: place };
      c.set('sender', at.person);
      return undefined;
    },

    async 'agency-request'(c) {
      const request = await federation.requestOf(httpPair(c));
      if (!request) return expiredRequest(c, authentication.session, c.req.param('uid') ?? '');
      c.set('agencyRequest', request);
      return undefined;
    },
  }) satisfies Partial<Guards>;
