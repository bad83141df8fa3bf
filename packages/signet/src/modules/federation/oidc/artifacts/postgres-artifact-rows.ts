import type { AdapterPayload } from 'oidc-provider';
import { AppError } from '../../../../kernel/index.ts';
import { longestInDaySlots } from '../../../../platform/postgres/index.ts';
import { lookupUnder, sealUnder } from '../../../vault/index.ts';
import type { ArtifactPut } from './artifact-unit.ts';

export const endsWithinADay = (expiresIn: number | undefined): expiresIn is number =>
  expiresIn !== undefined && expiresIn * 1000 <= longestInDaySlots;

export const uidPurpose = 'Session.uid';

export function putOf(
  kind: string,
  id: string,
  payload: AdapterPayload,
  expiresIn: number | undefined,
): ArtifactPut {
  if (!endsWithinADay(expiresIn))
    throw new AppError('artifact-without-end', { message: `a ${kind} that does not expire within a day` });
  const { lookup, sealed } = sealUnder(id, kind, Buffer.from(JSON.stringify(payload)));
  const uid =
    kind === 'Session' && payload.uid ? sealUnder(payload.uid, uidPurpose, Buffer.from(id)) : undefined;
  const owner = kind === 'Grant' || kind === 'Session' ? payload.accountId : undefined;
  const paired = owner && kind === 'Grant' ? payload.clientId : undefined;
  return {
    lookup,
    kind,
    sealed,
    uid_lookup: uid?.lookup ?? null,
    uid_sealed: uid?.sealed ?? null,
    grant_lookup: kind === 'Grant' ? lookup : payload.grantId ? lookupUnder(payload.grantId, 'Grant') : null,
    person_lookup: owner ? subjectLookup(owner) : null,
    pairing_lookup: owner && paired ? subjectLookup(owner, paired) : null,
    related: relatedTo(payload),
    expiresIn,
  };
}

/** What the provider always looks at next to this one, so that both come in one query. */
function relatedTo(payload: AdapterPayload): Buffer[] | null {
  const { result, parJti } = payload as { result?: { consent?: { grantId?: string } }; parJti?: string };
  const grant = result?.consent?.grantId ?? (payload.sessionUid ? payload.grantId : undefined);
  const related = [
    ...(grant ? [lookupUnder(grant, 'Grant')] : []),
    ...(payload.sessionUid ? [lookupUnder(payload.sessionUid, uidPurpose)] : []),
    ...(result && parJti ? [lookupUnder(parJti, 'PushedAuthorizationRequest')] : []),
  ];
  return related.length > 0 ? related : null;
}

export function decode(plain: Buffer, consumedAt: Date | null): AdapterPayload {
  const payload = JSON.parse(plain.toString()) as AdapterPayload;
  return consumedAt ? { ...payload, consumed: Math.floor(consumedAt.getTime() / 1000) } : payload;
}

export const subjectLookup = (person: string, agency = ''): Buffer =>
  lookupUnder(`${person} ${agency}`, 'subject');
