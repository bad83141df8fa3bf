import type { PhotoRole } from '../../modules/proofing/index.ts';
import { form, json, page, photo, progress, type RoutePolicy, type RouteTable } from './policy.ts';

/** The steps of proofing that take a photo, and so the only large bodies. A kind of photo without a row does not compile. */
const photoSteps = {
  'POST /verify/front': photo('proofing-subject', 'photo-step'),
  'POST /verify/back': photo('proofing-subject', 'photo-step'),
  'POST /verify/data-page': photo('proofing-subject', 'photo-step'),
  'POST /verify/selfie': photo('proofing-subject', 'photo-step'),
} as const satisfies Readonly<Record<`POST /verify/${PhotoRole}`, RoutePolicy>>;

/** The same on a phone that is not signed in. */
const phonePhotoSteps = {
  'POST /phone/front': photo('phone-link', 'phone-photo'),
  'POST /phone/back': photo('phone-link', 'phone-photo'),
  'POST /phone/data-page': photo('phone-link', 'phone-photo'),
  'POST /phone/selfie': photo('phone-link', 'phone-photo'),
} as const satisfies Readonly<Record<`POST /phone/${PhotoRole}`, RoutePolicy>>;

/**
 * Every page and form of Signet, and what each asks for before it runs. This table is the policy: routes are mounted
 * from it (`http/mount-routes.ts`), and what has no row does not compile and is not served.
 *
 * Every POST also needs the form token of this browser and may be no larger than its kind of body (`policy.ts`).
 * Where a person stands in a journey (which factor is due, which step of proofing is open) is for the module to say,
 * and chooses among pages; the table says who may ask at all. The first row that fits an address is the one that runs.
 */
export const routeTable = {
  // about Signet, for anybody
  'GET /': page('open'),
  'GET /help': page('open'),
  'GET /not-me': page('open'),
  'GET /privacy': page('open'),
  'GET /trust-framework/:name': page('open'),
  'GET /assurance/:levels': page('open'),

  // the audit log: what auditors keep of it
  'GET /audit/key': page('open'),
  'GET /audit/checkpoints': page('open'),

  // authentication: signing in
  'GET /sign-in': page('open'),
  'POST /sign-in': form('open'),
  'GET /sign-in/code': page('signed-in'),
  'POST /sign-in/code': form('signed-in'),
  'POST /sign-in/code/password': form('signed-in'),
  'GET /sign-in/phone': page('signed-in'),
  'POST /sign-in/phone': form('signed-in'),
  'POST /sign-in/phone/again': form('signed-in'),
  'POST /sign-in/phone/code': form('signed-in'),
  'GET /sign-in/recovery-code': page('signed-in'),
  'POST /sign-in/recovery-code': form('signed-in'),
  'GET /sign-in/passkey-needed': page('signed-in'),
  'GET /sign-in/key-needed': page('signed-in'),
  'GET /sign-in/open-vault': page('signed-in'),
  'POST /sign-in/open-vault/password': form('signed-in'),
  'POST /sign-in/open-vault/code': form('signed-in'),
  'POST /passkey/sign-in/options': json('open'),
  'POST /passkey/sign-in/verify': json('open'),

  // authentication: a new account, and what it signs in with
  'GET /sign-up': page('open'),
  'POST /sign-up': form('open'),
  'GET /sign-up/code': page('session'),
  'POST /sign-up/code': form('session'),
  'POST /sign-up/code/again': form('session'),
  'GET /sign-up/link': page('link'),
  'POST /sign-up/link': form('link'),
  'GET /sign-up/password': page('session'),
  'POST /sign-up/password': form('session'),
  'GET /sign-up/second': page('signed-in'),
  'GET /sign-up/app': page('signed-in', 'recent-once-finished'),
  'POST /sign-up/app': form('signed-in', 'recent-once-finished'),
  'GET /sign-up/phone': page('signed-in', 'phone-is-next'),
  'POST /sign-up/phone': form('signed-in', 'phone-is-next'),
  'GET /sign-up/phone/code': page('signed-in', 'phone-is-next'),
  'POST /sign-up/phone/code': form('signed-in', 'phone-is-next'),
  'POST /sign-up/phone/code/again': form('signed-in', 'phone-is-next'),
  'POST /passkey/register/options': json('session', 'recent-once-finished'),
  'POST /passkey/register/verify': json('session'),
  'GET /passkey/stored': page('signed-in'),
  'GET /recovery-codes': page('two-factors', 'recent-for-new-codes'),
  'POST /recovery-codes': form('two-factors', 'recent'),
  'POST /recovery-codes/saved': form('two-factors'),

  // authentication: the session, and giving a factor again
  'GET /continue': page('open'),
  'GET /sign-in/confirm': page('two-factors'),
  'POST /sign-in/confirm/password': form('two-factors'),
  'POST /sign-in/confirm/code': form('two-factors'),
  'POST /passkey/confirm/verify': json('signed-in'),
  'GET /sign-in/welcome-back': page('idle-session'),
  'POST /sign-in/welcome-back': form('idle-session'),
  'POST /passkey/resume/options': json('idle-session'),
  'POST /passkey/resume/verify': json('idle-session'),
  'POST /session/extend': json('open'), // answers 403 where nobody is signed in, and the page reloads
  'POST /sign-out': form('open'),
  'GET /signed-out': page('open'),

  // account recovery: the mailbox first, then one more proof (B15)
  'GET /recover': page('open'),
  'POST /recover': form('open'),
  'POST /recover/allow': form('open'),
  'GET /recover/code': page('open'),
  'POST /recover/code': form('open'),
  'POST /recover/code/again': form('open'),
  'GET /recover/mailed/:token': page('link'),
  'POST /recover/mailed/:token': form('link'),
  'GET /recover/choose': page('recovery-under-way'),
  'POST /recover/choose': form('recovery-under-way'),
  'POST /recover/session': form('recovery-under-way'),
  'GET /recover/passkey': page('recovery-under-way'),
  'GET /recover/saved-code': page('recovery-under-way'),
  'POST /recover/saved-code': form('recovery-under-way'),
  'GET /recover/password': page('recovery-under-way'),
  'POST /recover/password': form('recovery-under-way'),
  'GET /recover/app': page('recovery-under-way'),
  'POST /recover/app': form('recovery-under-way'),
  'GET /recover/phone': page('recovery-under-way'),
  'POST /recover/phone': form('recovery-under-way'),
  'POST /recover/phone/again': form('recovery-under-way'),
  'GET /recover/phone/code': page('recovery-under-way'),
  'POST /recover/phone/code': form('recovery-under-way'),
  'GET /recover/proofing': page('recovery-under-way'),
  'POST /recover/proofing': form('recovery-under-way'),
  'POST /recover/proven': form('recovery-under-way'),
  'GET /recover/new': page('signed-in'),
  'GET /recover/keep-app': page('signed-in'),
  'POST /recover/keep-app': form('signed-in'),
  'GET /recover/review': page('signed-in'),
  'POST /recover/review': form('signed-in'),

  // account recovery by an agent, and the links that mails carry
  'GET /recover/case': page('open'),
  'POST /recover/case': form('open'),
  'GET /recover/case/contact': page('open'),
  'POST /recover/case/contact': form('open'),
  'GET /recover/case/code': page('open'),
  'POST /recover/case/code': form('open'),
  'GET /recover/case/opened': page('open'),
  'GET /recover/status/:token': page('link'),
  'GET /recover/link/:token': page('link'),
  'POST /recover/link/:token': form('link'),
  'GET /not-me/done': page('open'),
  'GET /not-me/:token': page('link'),
  'POST /not-me/:token': form('link'),

  // proofing
  'GET /verify': page('proofing-subject'),
  'POST /verify': form('proofing-subject'),
  // a live picture of the face: the script that runs the camera
  'POST /verify/selfie/live': json('proofing-subject'),
  'POST /verify/selfie/frame': json('proofing-subject'),
  'GET /verify/photo/:role': page('proofing-subject'),
  'GET /verify/progress': progress('proofing-subject'),
  'GET /verify/other-ways/:trouble': page('proofing-subject'),
  'GET /verify/redress': page('proofing-subject'),
  // photos by a phone: the screen where the person is signed in
  'GET /verify/use-phone': page('proofing-subject'),
  'POST /verify/use-phone': form('proofing-subject'),
  'GET /verify/use-phone/progress': progress('proofing-subject'),
  'POST /verify/use-phone/longer': form('proofing-subject'),
  'POST /verify/use-phone/stop': form('proofing-subject'),
  'GET /verify/stop': page('proofing-subject'),
  'POST /verify/withdraw': form('proofing-subject'),
  'GET /verify/stopped': page('proofing-subject'),
  'GET /verify/:step': page('proofing-subject'),
  ...photoSteps,
  'POST /verify/:step': form('proofing-subject'),
  'POST /verify/:step/anyway': form('proofing-subject'),

  // proofing: the phone, which is not signed in and holds a link
  'GET /phone': page('open'),
  'POST /phone': form('open'),
  'GET /phone/link/:token': page('link'),
  'GET /phone/begin': page('open'),
  'POST /phone/begin': form('open'),
  'POST /phone/refuse': form('open'),
  'GET /phone/done': page('open'),
  'GET /phone/over': page('open'),
  'POST /phone/selfie/live': json('phone-link'),
  'POST /phone/selfie/frame': json('phone-link'),
  'GET /phone/photo/:role': page('phone-link'),
  'GET /phone/:role': page('phone-link'),
  ...phonePhotoSteps,
  'POST /phone/:role/anyway': form('phone-link'),

  // federation: an agency's request
  'GET /interaction/:uid': page('agency-request'),
  'POST /interaction/:uid/consent': form('agency-request'),
  'POST /interaction/:uid/passkey': json('open'), // signs in, whether or not the request still stands

  // account
  'GET /account': page('owner'),
  'GET /account/ways': page('owner'),
  'GET /account/ways/passkey/:ref/name': page('owner'),
  'POST /account/ways/passkey/:ref/name': form('owner'),
  'GET /account/ways/passkey/:ref/remove': page('owner', 'recent'),
  'POST /account/ways/passkey/:ref/remove': form('owner', 'recent'),
  'GET /account/ways/phone/:ref/remove': page('owner', 'recent'),
  'POST /account/ways/phone/:ref/remove': form('owner', 'recent'),
  'GET /account/ways/password/remove': page('owner', 'recent'),
  'POST /account/ways/password/remove': form('owner', 'recent'),
  'GET /account/ways/totp/remove': page('owner', 'recent'),
  'POST /account/ways/totp/remove': form('owner', 'recent'),
  'GET /account/password': page('owner', 'recent'),
  'POST /account/password': form('owner', 'recent'),
  'GET /account/phone': page('owner', 'has-password', 'recent'),
  'POST /account/phone': form('owner', 'has-password', 'recent'),
  'GET /account/phone/code': page('owner', 'has-password', 'recent'),
  'POST /account/phone/code': form('owner', 'has-password', 'recent'),
  'POST /account/phone/code/again': form('owner', 'has-password', 'recent'),
  'GET /account/contact': page('owner'),
  'POST /account/contact/language': form('owner'),
  'GET /account/contact/add': page('owner', 'recent'),
  'POST /account/contact/add': form('owner', 'recent'),
  'GET /account/contact/code': page('owner'),
  'POST /account/contact/code': form('owner'),
  'POST /account/contact/code/again': form('owner'),
  'GET /account/contact/:id/remove': page('owner', 'recent'),
  'POST /account/contact/:id/remove': form('owner', 'recent'),
  'GET /account/contact/:id/primary': page('owner', 'recent'),
  'POST /account/contact/:id/primary': form('owner', 'recent'),
  'GET /account/devices': page('owner'),
  'POST /account/devices/sign-out': form('owner'),
  'POST /account/devices/sign-out-others': form('owner'),
  'GET /account/history': page('owner'),
  'GET /account/agencies': page('owner'),
  'GET /account/agencies/:agency/end': page('owner'),
  'POST /account/agencies/end': form('owner'),

  // personal data
  'GET /account/data': page('owner'),
  'POST /account/data/show': form('owner'), // notes that it was asked for; the page itself asks for the factor
  'POST /account/data/hide': form('owner'),
  'GET /account/data/shown': page('owner', 'recent'),
  'GET /account/data/name': page('owner', 'recent'),
  'POST /account/data/name': form('owner', 'recent'),
  'POST /account/data/prove-again': form('owner', 'recent'),
  'GET /account/data/download': page('owner', 'recent'),
  'POST /account/data/download': form('owner', 'recent'),
  'GET /account/close': page('owner', 'recent-unless-closing'),
  'POST /account/close': form('owner', 'recent'),
  'POST /account/close/keep': form('owner'), // toward keeping there is no hurdle
  'GET /keep-account/done': page('open'),
  'GET /keep-account/:token': page('link'),
  'POST /keep-account/:token': form('link'),
  'GET /erased/:reference': page('link'),
} as const satisfies RouteTable;
