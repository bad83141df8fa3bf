import type { AskedFromWords } from '../templates.ts';
import { deviceInWords, type PlaceWords, placeInWords } from './device-and-place.ts';
import { englishRecoveryNotices, englishRecoveryTexts } from './recovery-en.ts';
import {
  type AuthenticatorWords,
  boundTo,
  dayIn,
  hostOf,
  type Service,
  type TextWords,
  timeIn,
  type Words,
} from './words.ts';

const time = timeIn('en-US');
const day = dayIn('en-US');

const names: AuthenticatorWords = {
  password: 'password',
  totp: 'authenticator app',
  passkey: 'passkey',
  'recovery-codes': 'set of recovery codes',
  phone: 'phone for sign-in codes',
};

const where = (place: PlaceWords | undefined): string => {
  const words = placeInWords('en', place);
  return words ? `, ${words}` : '';
};

const notYou = (service: Service): string =>
  `If this was not you, open this page now: ${service.notMeUrl}. It says what to do.`;

export const english: Words = {
  ...englishRecoveryNotices,
  'email-code': ({ code, link, minutes, agency }, { name }) => ({
    subject: `${code} is your ${name} code`,
    paragraphs: [
      `Your code to confirm this email address at ${name} is:`,
      code,
      'You can also open this link:',
      link,
      `Type the code only on the page at ${hostOf(link)}, where you asked for it${agency ? ` on your way to ${agency}` : ''}. If a page at another address asks for it, close that page: it is not ours.`,
      `The code works once, for ${minutes} minutes, and the link once, for a day. We will never ask you for the code by phone or mail.`,
      'If you did not ask for this, do nothing: without the code no account is made.',
    ],
  }),
  'account-exists': ({ link }, { name }) => ({
    subject: `You already have a ${name} account`,
    paragraphs: [
      `You, or someone who typed your address by mistake, asked for a new ${name} account with this email address. You already have one.`,
      'Sign in here:',
      link,
      'If it was not you, do nothing: your account has not changed.',
    ],
  }),
  'email-address-code': ({ code, minutes }, { name }) => ({
    subject: `${code} is your ${name} code`,
    paragraphs: [
      `To add this email address to your ${name} account, type this code on the page where you asked for it:`,
      code,
      `The code works once, for ${minutes} minutes, and only on that page. Never tell anyone this code, not even someone who says they are from ${name}.`,
      'If it was not you, do nothing: without the code this address is not added.',
    ],
  }),
  'email-address-in-use': (_values, { name }) => ({
    subject: `Your email address was not added to another ${name} account`,
    paragraphs: [
      `You, or someone who typed your address by mistake, asked to add this email address to a ${name} account. It already belongs to your own account, so it was not added. Your account has not changed.`,
      'If it was you, sign in to the account that this address belongs to. You can remove it there first.',
      'If it was not you, do nothing.',
    ],
  }),
  'email-addresses-changed': ({ change, address, at }, service) => ({
    subject: {
      added: `An email address was added to your ${service.name} account`,
      removed: `An email address was removed from your ${service.name} account`,
      primary: `The main email address of your ${service.name} account changed`,
    }[change],
    paragraphs: [
      {
        added: `The address ${address} was confirmed and added to your ${service.name} account on ${time(at, service.timeZone)}. You can sign in with it, and it gets the same notices as this one.`,
        removed: `The address ${address} was removed from your ${service.name} account on ${time(at, service.timeZone)}. You can no longer use it to sign in. For seven days it will still get notices about the account.`,
        primary: `The main address of your ${service.name} account is now ${address}. It was changed on ${time(at, service.timeZone)}.`,
      }[change],
      'If this was you, there is nothing to do.',
      notYou(service),
    ],
  }),
  'account-ready': ({ waysIn, at }, service) => ({
    subject: `Your ${service.name} account is ready`,
    paragraphs: [
      `You finished setting up your ${service.name} account on ${time(at, service.timeZone)}. You sign in with your ${waysIn.map((way) => names[way]).join(' and your ')}.`,
      'Store your recovery codes in a safe place. If you lose a way to sign in, one of them gets you back in.',
      'You can use this account at every agency that takes it. If an agency needs to know who you are, the next step is to prove that. It will lead you there, or you can start in your account.',
      notYou(service),
    ],
  }),
  'new-authenticator': ({ authenticator, replaced, at }, service) => ({
    subject: replaced
      ? `Your ${service.name} ${names[authenticator]} was changed`
      : `New way to sign in to ${service.name}: ${names[authenticator]}`,
    paragraphs: [
      replaced
        ? `The ${names[authenticator]} of your ${service.name} account was changed on ${time(at, service.timeZone)}. The one before no longer works.`
        : `A new ${names[authenticator]} was added to your ${service.name} account on ${time(at, service.timeZone)}.`,
      'If this was you, there is nothing to do.',
      notYou(service),
    ],
  }),
  'authenticator-removed': ({ authenticator, at }, service) => ({
    subject: `A way to sign in to ${service.name} was removed: ${names[authenticator]}`,
    paragraphs: [
      `A ${names[authenticator]} was removed from your ${service.name} account on ${time(at, service.timeZone)}. You can no longer use it to sign in.`,
      'If this was you, there is nothing to do.',
      notYou(service),
    ],
  }),
  'authenticator-disabled': ({ authenticator, at }, service) => ({
    subject: `Your ${service.name} ${names[authenticator]} was turned off`,
    paragraphs: [
      `There were too many failed attempts, one after the other, with your ${service.name} ${names[authenticator]}. We turned it off on ${time(at, service.timeZone)} to protect your account.`,
      'Sign in another way, for example with a passkey, and set it up again.',
      `If those attempts were not yours, open this page: ${service.notMeUrl}. It says what to do.`,
    ],
  }),
  'phone-changed-hands': ({ phone, at }, service) => ({
    subject: `We stopped sending ${service.name} codes to a phone of yours`,
    paragraphs: [
      `On ${time(at, service.timeZone)} we were asked for a sign-in code to the phone ${phone}, after the right password for your ${service.name} account. We did not send it: the phone company says that the SIM card or the phone company of this number changed in the last few days.`,
      'If you have a new SIM card or phone company, sign in another way. Codes to this phone will work again three days after the change.',
      `If you did not change anything, a thief may have your number. Call your phone company, change your password, and open this page: ${service.notMeUrl}. It says what else to do.`,
    ],
  }),
  'recovery-code-used': ({ left, at }, service) => ({
    subject: `A ${service.name} recovery code was used`,
    paragraphs: [
      `One of your recovery codes was used to sign in to ${service.name} on ${time(at, service.timeZone)}. ${left === 1 ? 'One code is' : `${left} codes are`} left.`,
      'If this was you, you may want to make a new set.',
      notYou(service),
    ],
  }),
  'new-sign-in': ({ device, place, signals, at }, service) => ({
    subject: `New sign-in to ${service.name}: ${deviceInWords('en', device)}`,
    paragraphs: [
      `Your ${service.name} account was signed in to on ${time(at, service.timeZone)}, with ${deviceInWords('en', device)}${where(place)}. You have not used this browser here before.`,
      ...(signals.includes('impossible-travel')
        ? [
            'This is too far from where you were last to have traveled in that time. A VPN can also look like this.',
          ]
        : []),
      'If this was you, there is nothing to do.',
      notYou(service),
    ],
  }),
  'session-elsewhere': ({ device, place, at }, service) => ({
    subject: `Your ${service.name} account is used in another country`,
    paragraphs: [
      `You are signed in to ${service.name} with ${deviceInWords('en', device)}. On ${time(at, service.timeZone)} this sign-in was used${where(place)}, in another country than before.`,
      'If you travel, or use a VPN, there is nothing to do.',
      notYou(service),
    ],
  }),
  'identity-verified': ({ at }, service) => ({
    subject: `Your identity was verified with ${service.name}`,
    paragraphs: [
      `You verified your identity with ${service.name} on ${time(at, service.timeZone)}. You do not have to do this again: every agency that uses ${service.name} can rely on it, and you decide what each one sees.`,
      'We deleted your photos. There is nothing else to do.',
      `If this was not you, tell us now at ${service.notMeUrl}. We will lock the account and help you.`,
    ],
  }),
  'identity-proven-again': ({ at }, service) => ({
    subject: `Your ID was used to get back into your ${service.name} account`,
    paragraphs: [
      `On ${time(at, service.timeZone)} your ID, and a face that matches it, were shown to get back into your ${service.name} account. The next step is to choose a new way to sign in. If this was you, there is nothing else to do.`,
      `If this was not you, tell us now at ${service.notMeUrl}. We will lock the account and help you.`,
    ],
  }),
  'proofing-result': ({ outcome, link, reference, days, recovers, at }, service) => ({
    subject: {
      decided: `We have an answer about your identity check at ${service.name}`,
      waits: `Your identity check at ${service.name} will take a little longer`,
      'needs-person': `A person will review your identity check at ${service.name}`,
    }[outcome],
    paragraphs: [
      {
        decided: `The identity check that you started with ${service.name} was decided on ${time(at, service.timeZone)}. ${recovers ? 'To see the result, open this page in the browser where you started. You have 3 days:' : 'Sign in to see the result:'}`,
        waits: `We have not heard back yet from an office that has records about you. You did nothing wrong, and nothing is lost. This usually takes a few minutes, and sometimes a few days. We will keep trying and write to you again. You can see the status here:`,
        'needs-person': `A trained person will review your identity check${days ? `, in ${days} days at most` : ''}. This happens to many people, and you did nothing wrong. We will email you the answer. You can see the status here:`,
      }[outcome],
      link,
      ...(reference ? [`Your case number: ${reference}`] : []),
      `If you did not start this, open this page: ${service.notMeUrl}. It says what to do.`,
    ],
  }),
  'letter-not-mailed': ({ link }, service) => ({
    subject: `We could not mail you another letter from ${service.name}`,
    paragraphs: [
      'You asked for another letter with a code. The mail service did not take it. You did nothing wrong. The code in a letter that you already have, or that still comes, works. Sign in here to type it, or to see what else you can do:',
      link,
      `If you did not start this, open this page: ${service.notMeUrl}. It says what to do.`,
    ],
  }),
  'letter-sent': ({ until, link, at, arrivesBy }, service) => ({
    subject: `A letter from ${service.name} is on its way to you`,
    paragraphs: [
      `A letter to the address on your ID leaves on ${time(at, service.timeZone)}. It should arrive by ${day(arrivesBy, service.timeZone)}. It has a code in it. When you have it, sign in here and type the code:`,
      link,
      `You have until ${day(until, service.timeZone)}. If no letter comes, that page says when you can ask for another one.`,
      `If you did not start this, open this page: ${service.notMeUrl}. It says what to do.`,
    ],
  }),
  'data-downloaded': ({ at }, service) => ({
    subject: `A copy of your ${service.name} data was downloaded`,
    paragraphs: [
      `A copy of everything that ${service.name} knows about you was downloaded on ${time(at, service.timeZone)}.`,
      'If this was you, there is nothing to do. Store the copy in a safe place.',
      notYou(service),
    ],
  }),
  'deletion-asked': ({ at, dueAt, keepLink }, { name, timeZone }) => ({
    subject: `Your ${name} account will be deleted`,
    paragraphs: [
      `On ${time(at, timeZone)} you asked to delete your ${name} account. It will be deleted for good on ${time(dueAt, timeZone)}.`,
      'If this was you, there is nothing to do.',
      'If this was not you, or you changed your mind, open this link and press “Keep my account”. You do not need to sign in:',
      keepLink,
      'The link also signs your account out on every device.',
    ],
  }),
  'deletion-soon': ({ dueAt, keepLink }, { name, timeZone }) => ({
    subject: `Your ${name} account will be deleted in one day`,
    paragraphs: [
      `Your ${name} account will be deleted for good on ${time(dueAt, timeZone)}. After that no one can bring it back.`,
      'If you want to keep it, open this link and press “Keep my account”. You do not need to sign in:',
      keepLink,
    ],
  }),
  'account-kept': ({ at }, service) => ({
    subject: `Your ${service.name} account stays`,
    paragraphs: [
      `Your ${service.name} account was going to be deleted. That was stopped on ${time(at, service.timeZone)}. Nothing in it has changed.`,
      `If you did not ask to delete it, open this page now: ${service.notMeUrl}. It says what to do.`,
    ],
  }),
  'account-erased': ({ at, receiptLink }, { name, timeZone }) => ({
    subject: `Your ${name} account is deleted`,
    paragraphs: [
      `Your ${name} account and all of your data in it were deleted on ${time(at, timeZone)}.`,
      'This page proves that the deletion is in our log. It shows nothing about you:',
      receiptLink,
      'What you shared with an agency before stays with that agency. You can make a new account at any time.',
      'This is the last message that you will get from us.',
    ],
  }),
};

/** " with Firefox on Windows, near Lisbon": a thief's, where a thief led the person to ask for it. */
function asked({ device, place }: AskedFromWords): string {
  const near = placeInWords('en', place);
  return `${device ? ` with ${deviceInWords('en', device)}` : ''}${near ? `, ${near}` : ''}`;
}

export const englishTexts: TextWords = {
  ...englishRecoveryTexts,
  'sign-in-code': ({ code, agency, from }, service) =>
    `${service.name} code ${code} to sign in to ${agency ?? service.name}${asked(from)}. Not you? Do not share it.\n\n${boundTo(service, code)}`,
  'new-phone-code': ({ code, minutes, from }, service) =>
    `${service.name} code ${code} to use this phone for signing in${asked(from)}. It works for ${minutes} minutes. Not you? Do not share it.\n\n${boundTo(service, code)}`,
  'phone-removed': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: this number no longer gets sign-in codes for your account, since ${time(at, timeZone)}. If this was not you, tell us now: ${notMeUrl}`,
  'phone-code': ({ code, minutes }, service) =>
    `${code} is your ${service.name} code. It works once, for ${minutes} minutes. Never tell anyone this code, not even someone who says they are from ${service.name}.\n\n${boundTo(service, code)}`,
  'identity-verified': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: your identity was verified, with this phone, on ${time(at, timeZone)}. If this was not you, tell us now: ${notMeUrl}`,
};
