export { agencyAhead, rememberAskedElsewhere } from './asked-elsewhere.ts';
export { formFields, minutesOf } from './form-fields.ts';
export { httpPair } from './http-pair.ts';
export { agencyLangCookie, langCookie, speakAs } from './language.ts';
export { isAtAal2, ownerOf } from './owner.ts';
export { frameOf } from './page-frame-of.ts';
export {
  afterProofing,
  beginAnew,
  currentRequest,
  followTab,
  forgetRequest,
  goOnWithWaiting,
  isAfterProofing,
  leaveCurrentRequest,
  type PendingRequest,
  rememberedRequest,
  rememberRequest,
  requestAhead,
  withoutRequest,
  withRequest,
} from './pending-requests.ts';
export { allPosted, postedForm, postedJson } from './posted.ts';
export type { Posted, PostedBody, PostedFile, PostedForm } from './posted-body.ts';
export { deviceCookie, deviceNameOf, ensurePresence, keepPresence, sessionCookie } from './presence.ts';
export { seeOther } from './see-other.ts';
export { seenFrom } from './seen-from.ts';
export type { WebContext, WebEnv } from './visit.ts';
