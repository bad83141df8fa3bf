import type { AdapterPayload } from 'oidc-provider';
import { hours } from '../../../../kernel/index.ts';
import { lookupUnder } from '../../../vault/index.ts';
import type { ArtifactUnit, CarriedInteraction, Mark } from './artifact-unit.ts';
import type { SealedContents } from './sealed-contents.ts';

/** How long an agency's request may be on its way through our pages, in seconds: as long as proofing may take. */
export const interactionLasts = hours(2) / 1000;

export const markOf = (kind: string, name: string, until: number): Mark => ({
  lookup: lookupUnder(name, `${kind} used`),
  until,
});

/**
 * What a pushed request that is sealed is known by: all that was begun with it carries the name, and one of them ends it.
 * The end of its time is in the name, so that whoever marks it as used marks the same row.
 */
export const pushedName = (jti: string, exp: number): string => `${jti}/${exp}`;

/** Undefined for the name of a pushed request that is stored. */
export function pushedMark(name: string | undefined): Mark | undefined {
  const [, exp] = name?.split('/') ?? [];
  if (name === undefined || exp === undefined) return undefined;
  return markOf('PushedAuthorizationRequest', name, Number(exp) + interactionLasts);
}

export const interactionMark = ({ uid, until }: CarriedInteraction): Mark =>
  markOf('Interaction', uid, until);

export function carriedFrom(payload: AdapterPayload, stored: boolean): CarriedInteraction {
  const { jti, exp, parJti } = payload as { jti: string; exp: number; parJti?: string };
  return { uid: jti, json: JSON.stringify(payload), until: exp, parJti, stored };
}

/**
 * An interaction travels in its cookies, and its answer in the address that goes on with it: each opens for this
 * interaction alone, and the address is worth nothing without the cookie. That it ended is a mark.
 */
export interface CarriedInteractions {
  /** Gives its id, by which the provider asks for it: from the unit, or, too large for a cookie, from its row. */
  open(unit: ArtifactUnit, cookie: string, answer?: string): Promise<string | undefined>;
  /** Undefined where it does not fit. Of one that is stored it says no more than that this browser may have it. */
  cookieOf(interaction: CarriedInteraction): Promise<string | undefined>;
  /** How it was answered. Undefined for one that is stored, where the answer is as well. */
  answerOf(unit: ArtifactUnit): Promise<string | undefined>;
}

interface Answered {
  readonly result?: unknown;
  readonly grant?: { readonly id: string; readonly payload: object };
}

export function carriedInteractions({ seal, open }: SealedContents): CarriedInteractions {
  return {
    async open(unit, cookie, answer) {
      const payload = await open('Interaction', cookie);
      if (typeof payload?.jti !== 'string') return undefined;
      if ('stored' in payload) return payload.jti;
      const { result, grant } = answered(answer && (await open('Answer', answer, payload.jti)));
      if (grant) {
        unit.carryGrant(grant);
        unit.standing.push(lookupUnder(grant.id, 'Grant')); // it may have been revoked since
      }
      unit.carry(carriedFrom(result ? { ...payload, result: result as never } : payload, false), false);
      return payload.jti;
    },

    cookieOf: ({ uid, json, stored }) => seal('Interaction', stored ? { jti: uid, stored } : json),

    async answerOf({ interaction, grant }) {
      if (!interaction || interaction.stored) return undefined;
      const { result } = JSON.parse(interaction.json) as Answered;
      return seal('Answer', { result, ...(grant ? { grant } : {}) }, interaction.uid);
    },
  };
}

const answered = (opened: AdapterPayload | '' | undefined): Answered => (opened || {}) as Answered;
