import { errors, type Grant, type InteractionResults, type Provider } from 'oidc-provider';
import { AppError } from '../../../kernel/index.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { HttpPair } from '../http-pair.ts';
import { answeredFrom } from './agency-session.ts';
import {
  type Artifacts,
  ArtifactUnit,
  type CarriedInteractions,
  interactionLasts,
  interactionMark,
  pushedMark,
} from './artifacts/index.ts';
import type { GoingOnHere } from './going-on-here.ts';
import { answerParameter, type InteractionCookies } from './interaction-cookies.ts';
import type { Answer, Oidc, OidcNeeds } from './oidc.ts';
import { putRelease } from './provider-internals.ts';
import { readRequest } from './request.ts';

interface AnsweringNeeds extends Pick<OidcNeeds, 'agencies'> {
  readonly provider: Provider;
  readonly artifacts: Pick<Artifacts, 'within' | 'write'>;
  readonly carried: Pick<CarriedInteractions, 'answerOf'>;
  readonly cookies: Pick<InteractionCookies, 'receive'>;
  readonly addressed: (pair: HttpPair) => HttpPair;
  readonly goingOn: Pick<GoingOnHere, 'goOn'>;
}

/** What our pages do with an agency's request: read it, and answer it. */
export function answering(needs: AnsweringNeeds): Pick<Oidc, 'prepareAnswer' | 'refuse' | 'requestOf'> {
  const { provider, artifacts } = needs;
  const unitOf = unitsOf(needs.cookies);
  const within = async <T>(pair: HttpPair, work: (unit: ArtifactUnit, pair: HttpPair) => Promise<T>) => {
    const unit = await unitOf(pair);
    return { unit, value: await artifacts.within(unit, () => work(unit, needs.addressed(pair))) };
  };
  /** It goes on with the answer: that comes along, unless the interaction is stored and the answer with it. */
  const pathOn = async (unit: ArtifactUnit, address: string): Promise<string> =>
    pathOf(address, await needs.carried.answerOf(unit));

  return {
    async requestOf(pair) {
      try {
        const { value } = await within(pair, (_unit, { req, res }) => provider.interactionDetails(req, res));
        const agency = needs.agencies.find(String(value.params.client_id));
        return agency && readRequest(value, agency);
      } catch (error) {
        if (error instanceof errors.SessionNotFound) return undefined;
        throw error;
      }
    },

    async prepareAnswer(pair, request, answer, leads) {
      const { unit, value } = await within(pair, async (its, { req, res }) =>
        provider.interactionResult(req, res, await resultOf(provider, its, request, answer)),
      );
      const gone =
        leads === 'to-agency' ? await needs.goingOn.goOn(pair, unit, request.redirectUri) : undefined;
      return {
        async write(tx) {
          if (gone)
            unit.take(); // its fork writes the same, and that the request is over
          else onlyIfOpen(unit);
          await artifacts.write(gone?.unit ?? unit, tx).catch((error: unknown) => {
            throw error instanceof errors.InvalidRequestUri
              ? new AppError('request-over', { status: 400 })
              : error;
          });
        },
        onward: async () => gone ?? { to: await pathOn(unit, value), cookies: [] },
      };
    },

    async refuse(pair, error) {
      const options = { mergeWithLastSubmission: false };
      const { unit, value } = await within(pair, (_unit, { req, res }) =>
        provider.interactionResult(req, res, { error }, options),
      );
      await artifacts.write(unit);
      return pathOn(unit, value);
    },
  };
}

/** One an HTTP request, and gone with it. */
function unitsOf(cookies: AnsweringNeeds['cookies']): (pair: HttpPair) => Promise<ArtifactUnit> {
  const units = new WeakMap<HttpPair['req'], Promise<ArtifactUnit>>();

  async function received(req: HttpPair['req']): Promise<ArtifactUnit> {
    const unit = new ArtifactUnit();
    await cookies.receive(req, unit, 'request');
    return unit;
  }

  return ({ req }) => {
    const unit = units.get(req) ?? received(req);
    units.set(req, unit);
    return unit;
  };
}

/** Makes the grant that carries what is released, and the result that the provider goes on with. */
async function resultOf(
  provider: Provider,
  unit: ArtifactUnit,
  request: AuthorizationRequest,
  { person, release, sessionRef, authenticatedAt, acr, amr }: Answer,
): Promise<InteractionResults> {
  const grant = new provider.Grant({ accountId: person, clientId: request.agency.id });
  grant.addOIDCScope(request.scope);
  putRelease(grant, release);
  const grantId = await grant.save();
  unit.carryGrant({ id: grantId, payload: withoutRelease(grant, grantId) });
  return {
    login: {
      accountId: person,
      ts: Math.floor(authenticatedAt.getTime() / 1000),
      acr,
      amr: [...amr],
      remember: true,
    },
    consent: { grantId },
    [answeredFrom]: sessionRef,
  };
}

/** What its answer needs to know of a grant. It is in the database, and what is released by it nowhere else. */
const withoutRelease = ({ kind, accountId, clientId, openid, iat }: Grant, jti: string): object => ({
  jti,
  kind,
  accountId,
  clientId,
  openid,
  iat,
  exp: Math.floor(Date.now() / 1000) + interactionLasts,
});

/** An earlier copy of its cookie answers nothing again, nor does another that was begun with the same pushed request. */
function onlyIfOpen(unit: ArtifactUnit): void {
  const { interaction } = unit;
  const marks = [interaction && interactionMark(interaction), pushedMark(interaction?.parJti)];
  unit.unused.push(...marks.flatMap((mark) => mark?.lookup ?? []));
}

/** The path of an address of our own: what the browser is sent to stays on the origin it came to. */
function pathOf(address: string, answer: string | undefined): string {
  const url = new URL(address);
  if (answer !== undefined) url.searchParams.set(answerParameter, answer);
  return url.pathname + url.search;
}
