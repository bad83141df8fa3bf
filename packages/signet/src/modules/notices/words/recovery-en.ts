import type { RecoveryNotices, RecoveryTexts } from '../recovery-templates.ts';
import { type Service, type TextWordsOf, timeIn, type WordsOf } from './words.ts';

const time = timeIn('en-US');

const stop = ({ notMeUrl }: Service): string[] => ['If this was not you, stop it here:', notMeUrl];

export const englishRecoveryNotices: WordsOf<RecoveryNotices> = {
  'recovery-code': ({ code, minutes, link }, { name }) => ({
    subject: `${code} is your ${name} code`,
    paragraphs: [
      `You asked for help to get back into ${name}. Your code is:`,
      code,
      `The code works once, for ${minutes} minutes, on the page where you asked for it. It alone opens nothing.`,
      'You can also open this link, in any browser. It works once, for a day:',
      link,
      `Never give the code or the link to anyone, not even to someone who says they are from ${name}. If you did not ask for it, do nothing.`,
    ],
  }),
  'recovery-no-account': ({ link }, { name }) => ({
    subject: `There is no ${name} account with this email address`,
    paragraphs: [
      `You asked for help to get back into ${name}. There is no account with this email address.`,
      'Try another email address that you may have used. You can also make a new account:',
      link,
      'If you did not ask for this, do nothing.',
    ],
  }),
  'recovery-started': ({ at }, service) => ({
    subject: `Getting back into your ${service.name} account`,
    paragraphs: [
      `On ${time(at, service.timeZone)} the code that we sent to your email was entered, to get back into your ${service.name} account. One more proof is needed to get in.`,
      'If this was you, there is nothing to do.',
      ...stop(service),
    ],
  }),
  'recovery-succeeded': ({ at }, service) => ({
    subject: `You got back into your ${service.name} account`,
    paragraphs: [
      `On ${time(at, service.timeZone)} two proofs were given that your ${service.name} account is yours. You can now set up new ways to sign in. Everyone else was signed out.`,
      'If this was you, there is nothing to do.',
      ...stop(service),
    ],
  }),
  disavowed: ({ kind, at }, { name, timeZone }) => ({
    subject: `We stopped it: your ${name} account`,
    paragraphs: [
      `On ${time(at, timeZone)} someone opened a link from one of our messages to you and told us “this was not me”. ${undone[kind]}`,
      'Everyone was signed out. If it was you who told us, sign in and look at your account.',
      'If it was not you, someone else may read your email. Change the password of your mailbox, then sign in and look at your account.',
    ],
  }),
  'account-reopened': ({ at }, { name, notMeUrl, timeZone }) => ({
    subject: `Your ${name} account is open again`,
    paragraphs: [
      `Your ${name} account was locked because someone told us “this was not me”. On ${time(at, timeZone)} a person here reviewed it and opened it again. You can sign in as before.`,
      `If you did not ask for this, sign in, look at your account, and open this page: ${notMeUrl}. It says what to do.`,
    ],
  }),
  'recovery-allowed-again': ({ at }, service) => ({
    subject: `You can get back into your ${service.name} account by email again`,
    paragraphs: [
      `After “this was not me”, no one could get back into your ${service.name} account by email for a while. On ${time(at, service.timeZone)} someone who was signed in to your account allowed it again.`,
      'If this was you, there is nothing to do.',
      `If this was not you, tell us now at ${service.notMeUrl} and sign out every device in your account.`,
    ],
  }),
  'recovery-contact-code': ({ code, minutes }, { name }) => ({
    subject: `${code} is your ${name} code`,
    paragraphs: [
      `You asked ${name} to write to this address about getting back into an account. Your code is:`,
      code,
      `It works once, for ${minutes} minutes, on the page where you asked for it. If you did not ask for it, do nothing.`,
    ],
  }),
  'recovery-case-opened': ({ reference, link }, { name }) => ({
    subject: `Your ${name} case ${reference}`,
    paragraphs: [
      `We have your request to get back into an account. A person will review it and write to you here. Your case number is ${reference}.`,
      'Save this message. You can see the status of your case here:',
      link,
      `We will never ask you for a password or a code by phone or mail.`,
    ],
  }),
  'recovery-waiting': ({ at, until }, service) => ({
    subject: `Your ${service.name} account will be opened again on ${time(until, service.timeZone)}, unless you stop it`,
    paragraphs: [
      `We were told that every way to sign in to your ${service.name} account was lost. On ${time(at, service.timeZone)} a trained agent reviewed the proof and agreed.`,
      `To protect your account, we will wait until ${time(until, service.timeZone)}. Then new ways to sign in can be set up.`,
      'If this was you, there is nothing to do.',
      ...stop(service),
    ],
  }),
  'recovery-case-approved': ({ reference, until }, { name, timeZone }) => ({
    subject: `Your ${name} case ${reference}: yes, and when`,
    paragraphs: [
      `An agent agreed to your request. To protect the account, we will wait until ${time(until, timeZone)}. Then we will send you a link to this address.`,
      'There is nothing to do until then.',
    ],
  }),
  'recovery-case-refused': ({ reference, link }, { name }) => ({
    subject: `Your ${name} case ${reference}: not yet`,
    paragraphs: [
      'An agent reviewed your request and could not let you in: what you showed did not prove that the account is yours. We do not say more in an email.',
      'You may ask for another review: start again here, with another document if you can. Another agent will decide then.',
      link,
      'The agency that you want to reach can also serve you without this account. Ask them how.',
    ],
  }),
  'recovery-case-canceled': ({ reference, link }, { name }) => ({
    subject: `Your ${name} case ${reference} was stopped`,
    paragraphs: [
      'We stopped this request, because someone who can reach the account told us that it was not theirs. Nothing was changed.',
      'If the account is yours, start again here:',
      link,
    ],
  }),
  'recovery-case-link': ({ link, hours }, { name }) => ({
    subject: `Your link to get back into your ${name} account`,
    paragraphs: [
      'The waiting time is over. Open this link on the device that you will use to sign in:',
      link,
      `It works once, for ${hours} hours. Never give it to anyone.`,
    ],
  }),
};

const undone: Readonly<Record<RecoveryNotices['disavowed']['kind'], string>> = {
  authenticator: 'We removed the new way to sign in.',
  'sign-in': 'We turned the password off. Set a new one when you are signed in.',
  recovery: 'We stopped the request to get back in and removed what it set up.',
  identity: 'We locked the account until a person has reviewed it.',
  contact: 'We undid the change of your contact details.',
};

export const englishRecoveryTexts: TextWordsOf<RecoveryTexts> = {
  'recovery-started': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: getting back into your account was started (${time(at, timeZone)}). Not you? Stop it: ${notMeUrl}`,
  'recovery-succeeded': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: you got back into your account (${time(at, timeZone)}). Not you? Stop it: ${notMeUrl}`,
  'recovery-waiting': ({ until }, { name, notMeUrl, timeZone }) =>
    `${name}: your account will be opened again on ${time(until, timeZone)}. Not you? Stop it: ${notMeUrl}`,
};
