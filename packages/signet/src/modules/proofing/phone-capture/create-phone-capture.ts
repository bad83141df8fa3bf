import { randomUUID } from 'node:crypto';
import { type Clock, err, ok, type PersonId, type Result, type Transact } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import { type Cases, isGone, type NotNow, type StoredCase, viewOf } from '../cases/index.ts';
import { photosOf } from '../flow/index.ts';
import { phoneCaptureLimits } from './limits.ts';
import { newLinkSecrets, readCode, tokenDigest } from './link-secrets.ts';
import { matchingWordsOf } from './matching-words.ts';
import type { MadeLink, PhoneCapture, PhoneLinkView, PhoneTokens } from './phone-capture.ts';
import type { IsSignedIn, PhoneLink, PhoneLinkStore } from './ports.ts';
import type { PhoneCaptureSettings } from './settings.ts';
import { type LinkStanding, type StandingAtPhone, standingAtPhone, standingOf } from './standing.ts';

export interface PhoneCaptureNeeds {
  readonly clock: Clock;
  readonly transact: Transact;
  readonly cases: Pick<Cases, 'latest' | 'record'>;
  readonly links: PhoneLinkStore;
  readonly quotas: Quotas;
  readonly isSignedIn: IsSignedIn;
  readonly settings: PhoneCaptureSettings;
}

export const createPhoneCapture = (needs: PhoneCaptureNeeds): PhoneCapture => ({
  ...atTheDesk(needs),
  ...atThePhone(needs),
});

function atTheDesk(
  needs: PhoneCaptureNeeds,
): Pick<PhoneCapture, 'makeLink' | 'atDesk' | 'prolong' | 'takeBack'> {
  const { clock, transact, cases, links, settings } = needs;
  const lasts = () => new Date(clock.now().getTime() + settings.phoneLinkLasts);
  const current = async (person: PersonId) => {
    const open = await openCase(needs, person);
    const link = open && (await links.ofCase(person, open.id));
    return open && link && { open, link };
  };
  return {
    makeLink: (person, desk) => makeLink(needs, person, desk, lasts()),

    async atDesk(person) {
      const open = await openCase(needs, person);
      const link = open && (await links.ofCase(person, open.id));
      return { open: open && viewOf(open), link: link && (await viewOfLink(needs, link, open)) };
    },

    async prolong(person) {
      const found = await current(person);
      if (found) await transact((tx) => links.prolong(tx, found.link, lasts()));
    },

    async takeBack(person) {
      const found = await current(person);
      if (!found) return;
      await transact(async (tx) => {
        if (await links.end(tx, found.link, 'taken-back'))
          await cases.record(tx, found.open, 'proofing.phone-taken-back');
      });
    },
  };
}

async function makeLink(
  needs: PhoneCaptureNeeds,
  person: PersonId,
  { session, language }: Parameters<PhoneCapture['makeLink']>[1],
  expiresAt: Date,
): Promise<Result<MadeLink, NotNow | 'too-many-links'>> {
  const { transact, cases, links, quotas } = needs;
  const open = await openCase(needs, person);
  const view = open && viewOf(open);
  const roles = photosOf(view?.answers ?? {}).filter((role) => !view?.answers.photos[role]?.settled);
  if (!open || !view || !roles.some((role) => role === view.step)) return err('not-now');
  const taken = await quotas.take([{ limit: phoneCaptureLimits['links-a-day'], of: [person] }]);
  if (!taken.allowed) return err('too-many-links');
  const secrets = newLinkSecrets();
  const link = { person, caseId: open.id, id: randomUUID(), roles, language, expiresAt };
  await transact(async (tx) => {
    const token = tokenDigest(secrets.token);
    await links.put(tx, { ...link, token, code: secrets.code.reveal(), ...(session && { session }) });
    await cases.record(tx, open, 'proofing.phone-link-made');
  });
  return ok({ ...secrets, link: shown({ ...link, phone: 'none' }, { is: 'waiting' }) });
}

function atThePhone(
  needs: PhoneCaptureNeeds,
): Pick<PhoneCapture, 'atPhone' | 'openByCode' | 'join' | 'refuse'> {
  const { clock, transact, cases, links } = needs;
  return {
    async atPhone(phone) {
      const at = await arrive(needs, phone);
      if (!at) return undefined;
      return {
        person: at.link.person,
        open: at.open && viewOf(at.open),
        link: { ...at.view, standing: at.standing },
      };
    },

    openByCode: (phone, typed, network) => openByCode(needs, phone, typed, network),

    async join(phone) {
      const at = await arrive(needs, phone);
      if (at?.standing.is === 'joined') return true; // a second press
      if (!at?.open || (at.standing.is !== 'waiting' && at.standing.is !== 'opened')) return false;
      const { link, open } = at;
      return transact(async (tx) => {
        if (!(await links.join(tx, link, tokenDigest(phone.own), clock.now()))) return false;
        await cases.record(tx, open, 'proofing.phone-joined');
        return true;
      });
    },

    async refuse(phone) {
      const at = await arrive(needs, phone);
      if (!at?.open || at.standing.is === 'another-phone' || at.standing.is === 'done') return;
      const { link, open } = at;
      await transact(async (tx) => {
        if (await links.end(tx, link, 'refused')) await cases.record(tx, open, 'proofing.phone-refused');
      });
    },
  };
}

/** What a phone came with, and what it is about. */
interface Arrived {
  readonly link: PhoneLink;
  readonly open: StoredCase | undefined;
  readonly view: PhoneLinkView;
  readonly standing: StandingAtPhone;
}

async function arrive(needs: PhoneCaptureNeeds, phone: PhoneTokens): Promise<Arrived | undefined> {
  const found = await needs.links.ofPhone({
    own: tokenDigest(phone.own),
    ...(phone.link && { link: tokenDigest(phone.link) }),
  });
  if (!found) return undefined;
  const { link, isIts } = found;
  const open = await openCase(needs, link.person);
  const view = await viewOfLink(needs, link, open);
  return { link, open, view, standing: standingAtPhone(view.standing, link.phone, isIts) };
}

/** A right code costs nothing: only who guesses is counted. */
async function openByCode(
  { clock, links, quotas }: PhoneCaptureNeeds,
  { own }: PhoneTokens,
  typed: string,
  network: string,
): Promise<Result<'opened', 'not-known' | 'too-many-codes'>> {
  const code = readCode(typed);
  if (code === undefined) return err('not-known');
  const taken = await quotas.take([{ limit: phoneCaptureLimits['wrong-codes'], of: [network] }]);
  if (!taken.allowed) return err('too-many-codes');
  if (!(await links.openByCode(code, tokenDigest(own), clock.now()))) return err('not-known');
  await taken.giveBack();
  return ok('opened');
}

/** The person's latest case, unless it was withdrawn or abandoned. */
async function openCase({ cases }: PhoneCaptureNeeds, person: PersonId): Promise<StoredCase | undefined> {
  const last = await cases.latest(person);
  return last && !isGone(last) ? last : undefined;
}

async function viewOfLink(
  { clock, isSignedIn }: PhoneCaptureNeeds,
  link: PhoneLink,
  open: StoredCase | undefined,
): Promise<PhoneLinkView> {
  const signedIn = link.session === undefined || (await isSignedIn(link.person, link.session));
  const standing = standingOf(link, { open: open && viewOf(open), signedIn, now: clock.now() });
  return shown(link, standing);
}

const shown = (
  link: Omit<PhoneLink, 'person' | 'caseId' | 'session' | 'ended'>,
  standing: LinkStanding,
): PhoneLinkView => ({
  id: link.id,
  standing,
  hasPhone: link.phone !== 'none',
  ...(link.joinedAt && { joinedAt: link.joinedAt }),
  roles: link.roles,
  match: matchingWordsOf(link.id),
  language: link.language,
  expiresAt: link.expiresAt,
});
