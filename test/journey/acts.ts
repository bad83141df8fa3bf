import type { DocumentKind } from '../../packages/signet/src/modules/evidence/index.ts';
import type { PhotoRole } from '../../packages/signet/src/modules/proofing/index.ts';
import { renderLicense, renderPassport, renderPassportCard } from '../../sandbox/documents/index.ts';
import { faceJpeg } from '../../sandbox/faces/face-jpeg.ts';
import type { SandboxPerson } from '../../sandbox/people/person.ts';
import { type Actor, appCode, choose, messageTo, phoneCode, pickPhoto, press, type } from './actor.ts';

/** One page of the journey and what a person does on it. */
export interface Act {
  /** Tested against `<site><path>`, e.g. `signet/sign-up`. */
  readonly at: RegExp;
  readonly name: string;
  readonly perform: (actor: Actor) => Promise<void>;
}

const byPhone = ({ way }: Actor): boolean => way === 'text' || way === 'voice';

const submit = (action: string) => `form[action="${action}"] button[type="submit"]`;

async function sendForm(actor: Actor, action: string): Promise<void> {
  await press(actor, submit(action));
}

export async function usePasskey(actor: Actor): Promise<void> {
  const { page, authenticator } = actor;
  const leaving = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await page.locator('signet-passkey button:visible').first().waitFor();
  // touched before it is asked, since a request already waiting may not notice; autofill may then leave before the press
  await authenticator?.touch(true);
  await Promise.any([leaving, press(actor, 'signet-passkey button:visible')]);
  await leaving;
  await authenticator?.touch(false);
}

/** Making an account and signing in. */
export const accountActs: readonly Act[] = [
  {
    at: /^signet\/sign-in$/,
    name: 'sign in',
    async perform(actor) {
      const returning = actor.recoveryCodes !== undefined;
      if (!returning) return press(actor, 'a[href="/sign-up"]');
      if (actor.way === 'passkey') return usePasskey(actor);
      await type(actor, 'email', actor.email);
      await type(actor, 'password', actor.password);
      await sendForm(actor, '/sign-in');
    },
  },
  {
    at: /^signet\/sign-up$/,
    name: 'email address',
    async perform(actor) {
      await type(actor, 'email', actor.email);
      await sendForm(actor, '/sign-up');
    },
  },
  {
    at: /^signet\/sign-up\/code$/,
    name: 'code from the email',
    async perform(actor) {
      const [code] = await messageTo(actor, actor.email, /\b\d{6}\b/);
      await type(actor, 'code', code);
      await sendForm(actor, '/sign-up/code');
    },
  },
  {
    at: /^signet\/sign-up\/password$/,
    name: 'first way in',
    async perform(actor) {
      if (actor.way === 'passkey') return usePasskey(actor);
      await type(actor, 'password', actor.password);
      await sendForm(actor, '/sign-up/password');
    },
  },
  {
    at: /^signet\/sign-up\/second$/,
    name: 'second way in',
    perform: (actor) => press(actor, byPhone(actor) ? 'a[href="/sign-up/phone"]' : 'a[href="/sign-up/app"]'),
  },
  {
    at: /^signet\/sign-up\/phone$/,
    name: 'phone for codes',
    async perform(actor) {
      await type(actor, 'number', actor.person.phone);
      await press(actor, `form[action="/sign-up/phone"] button[value="${actor.way}"]`);
    },
  },
  {
    at: /^signet\/sign-up\/phone\/code$/,
    name: 'code to the new phone',
    async perform(actor) {
      await type(actor, 'code', await phoneCode(actor));
      await sendForm(actor, '/sign-up/phone/code');
    },
  },
  {
    at: /^signet\/sign-up\/app$/,
    name: 'authenticator app',
    async perform(actor) {
      actor.totpKey = (await actor.page.locator('.signet-key').textContent()) ?? '';
      await type(actor, 'code', await appCode(actor));
      await sendForm(actor, '/sign-up/app');
    },
  },
  {
    at: /^signet\/recovery-codes$/,
    name: 'recovery codes',
    async perform(actor) {
      actor.recoveryCodes = await actor.page.locator('.signet-recovery-codes code').allTextContents();
      await sendForm(actor, '/recovery-codes/saved');
    },
  },
  {
    at: /^signet\/sign-in\/code$/,
    name: 'second factor',
    async perform(actor) {
      if (byPhone(actor)) return press(actor, `form[action="/sign-in/phone"] button[value="${actor.way}"]`);
      await type(actor, 'code', await appCode(actor));
      await sendForm(actor, '/sign-in/code');
    },
  },
  {
    at: /^signet\/sign-in\/phone$/,
    name: 'code by phone',
    async perform(actor) {
      await type(actor, 'code', await phoneCode(actor));
      await sendForm(actor, '/sign-in/phone/code');
    },
  },
];

type Photos = Readonly<Record<PhotoRole, Buffer>>;

const taken = new Map<string, Promise<Photos>>();

/** The photos that a person sends. Drawing a license takes half a second, so each person's are taken once. */
export function photosOf({ person }: Pick<Actor, 'person'>): Promise<Photos> {
  const photos = taken.get(person.id) ?? takePhotos(person);
  taken.set(person.id, photos);
  return photos;
}

async function takePhotos(person: SandboxPerson): Promise<Photos> {
  const selfie = await faceJpeg(person.selfie);
  if (person.document !== 'passport') {
    const render = person.document === 'passport-card' ? renderPassportCard : renderLicense;
    const { front, back } = await render(person);
    return { front, back, 'data-page': front, selfie };
  }
  const passport = await renderPassport(person);
  return { front: passport, back: passport, 'data-page': passport, selfie };
}

/** What a person says they have: some of them say something else than what they show. */
export const chosenBy = ({ document, outcome }: SandboxPerson): DocumentKind =>
  outcome === 'passport-instead' || document === 'state-id' ? 'license' : document;

const uploadAct = (role: PhotoRole): Act => ({
  at: new RegExp(`^signet/verify/${role}$`),
  name: `photo: ${role}`,
  async perform(actor) {
    const photos = await photosOf(actor);
    const anyway = `form[action="/verify/${role}/anyway"] button`;
    if (await actor.page.locator(anyway).count()) return press(actor, anyway);
    await pickPhoto(actor, `${role}.jpg`, photos[role]);
    await press(actor, `form[action="/verify/${role}"] button[type="submit"]`);
  },
});

const isScripted = async ({ page }: Actor): Promise<boolean> =>
  (await page.locator('signet-live-selfie[data-state]').count()) > 0;

/** With a borrowed camera; where there is no script, from a file. */
const facePictureAct: Act = {
  at: /^signet\/verify\/selfie$/,
  name: 'picture of the face',
  async perform(actor) {
    if (!(await isScripted(actor))) return uploadAct('selfie').perform(actor);
    await takeLivePicture(actor);
  },
};

/** With the camera of the sandbox person. */
export async function takeLivePicture(actor: Actor): Promise<void> {
  const { givenName, familyName } = actor.person;
  await actor.page.locator('#lender').selectOption({ label: `${givenName} ${familyName}` });
  await press(actor, 'signet-sandbox-camera button');
}

/** Days later: sandbox letters have no way to go. */
const letterAct: Act = {
  at: /^signet\/verify\/letter$/,
  name: 'code from the letter',
  async perform(actor) {
    const envelope = await actor.page.locator('.signet-envelope span').allTextContents();
    const [code] = await messageTo(actor, envelope.join('\n'), /^\d{4} \d{4}$/m);
    await type(actor, 'code', code);
    await sendForm(actor, '/verify/letter');
  },
};

/** Proving who one is. */
export const proofingActs: readonly Act[] = [
  {
    at: /^signet\/verify(\/choose)?$/,
    name: 'which document',
    async perform(actor) {
      const chosen = chosenBy(actor.person);
      await choose(actor, `input[name="document"][value="${chosen}"]`);
      await press(actor, 'form:has([name="document"]) button[type="submit"]');
    },
  },
  {
    at: /^signet\/verify\/consent$/,
    name: 'consent to the face check',
    async perform(actor) {
      if (actor.person.asksForLetter) return press(actor, 'a[href="/verify/other-ways/no-face-check"]');
      await choose(actor, 'input[name="agree"]');
      await sendForm(actor, '/verify/consent');
    },
  },
  {
    at: /^signet\/verify\/other-ways\/no-face-check$/,
    name: 'a letter instead of the face check',
    perform: (actor) => press(actor, 'form[action="/verify/consent"] button[value="letter"]'),
  },
  uploadAct('front'),
  uploadAct('back'),
  uploadAct('data-page'),
  facePictureAct,
  letterAct,
  {
    at: /^signet\/verify\/ssn$/,
    name: 'Social Security number',
    async perform(actor) {
      await type(actor, 'ssn', actor.person.ssn);
      await sendForm(actor, '/verify/ssn');
    },
  },
  {
    at: /^signet\/verify\/phone$/,
    name: 'phone number',
    async perform(actor) {
      await type(actor, 'phone', actor.person.phone);
      await sendForm(actor, '/verify/phone');
    },
  },
  {
    at: /^signet\/verify\/phone-code$/,
    name: 'code from the text message',
    async perform(actor) {
      const [code] = await messageTo(actor, actor.person.phone, /\b\d{6}\b/);
      await type(actor, 'code', code);
      await sendForm(actor, '/verify/phone-code');
    },
  },
  {
    at: /^signet\/verify\/check-answers$/,
    name: 'check your answers',
    perform: (actor) => sendForm(actor, '/verify/check-answers'),
  },
  {
    at: /^signet\/verify\/checking$/,
    name: 'checks running',
    async perform(actor) {
      await actor.page.waitForURL((url) => !url.pathname.endsWith('/checking'), { timeout: 90_000 });
    },
  },
];

/** A verified person goes on to where they were going. */
const decisionAct: Act = {
  at: /^signet\/verify\/decision$/,
  name: 'verified',
  perform: (actor) => press(actor, 'main a.usa-button'),
};

/** Agreeing to what an agency is given. */
export const consentActs: readonly Act[] = [
  decisionAct,
  {
    at: /^signet\/interaction\//,
    name: 'consent to share',
    perform: (actor) => press(actor, 'button[name="answer"][value="agree"]'),
  },
];
