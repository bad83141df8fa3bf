import type { RecoveryNotices, RecoveryTexts } from '../recovery-templates.ts';
import { type Service, type TextWordsOf, timeIn, type WordsOf } from './words.ts';

const time = timeIn('en-US');

const stop = ({ notMeUrl }: Service): string[] => ['If this was not you, stop it here:', notMeUrl];

export const englishRecoveryNotices: WordsOf<RecoveryNotices> = {
  'recovery-code': ({ code, minutes }, { name }) => ({
    subject: `${code} is your ${name} code`,
    paragraphs: [
      `Someone, maybe you, cannot sign in to ${name} and gave this email address. Your code is:`,
      code,
      `It works once, for ${minutes} minutes, on the page where you asked for it. The code alone opens nothing.`,
      `Never give this code to anyone, not even to someone who says they are from ${name}. If you did not ask for it, do nothing.`,
    ],
  }),
  'recovery-no-account': ({ link }, { name }) => ({
    subject: `There is no ${name} account with this email address`,
    paragraphs: [
      `Someone, maybe you, cannot sign in to ${name} and gave this email address. There is no account with it.`,
      'If it was you, try another email address that you may have used. You can also make a new account:',
      link,
      'If it was not you, do nothing.',
    ],
  }),
  'recovery-started': ({ at }, service) => ({
    subject: `Someone is getting back into your ${service.name} account`,
    paragraphs: [
      `On ${time(at)} someone typed a code that we sent to your email, because they cannot sign in to ${service.name}. They need one more proof before they get in.`,
      'If this was you, there is nothing to do.',
      ...stop(service),
    ],
  }),
  'recovery-succeeded': ({ at }, service) => ({
    subject: `Someone got back into your ${service.name} account`,
    paragraphs: [
      `On ${time(at)} someone showed two proofs that they own your ${service.name} account. They may now set up new ways to sign in. Everyone else was signed out.`,
      'If this was you, there is nothing to do.',
      ...stop(service),
    ],
  }),
  disavowed: ({ kind, at }, { name }) => ({
    subject: `We stopped it: your ${name} account`,
    paragraphs: [
      `On ${time(at)} someone opened a link from one of our messages to you and told us “this was not me”. ${undone[kind]}`,
      'Everyone was signed out. If it was you who told us, sign in and look at your account.',
      'If it was not you, someone else may read your email. Change the password of your mailbox, then sign in and look at your account.',
    ],
  }),
  'account-reopened': ({ at }, { name }) => ({
    subject: `Your ${name} account is open again`,
    paragraphs: [
      `Your ${name} account was locked because someone told us “this was not me”. On ${time(at)} a person here looked at it and opened it again. You can sign in as before.`,
      `If you did not ask for this, sign in and look at your account, or reply to this message.`,
    ],
  }),
  'recovery-allowed-again': ({ at }, service) => ({
    subject: `You can get back into your ${service.name} account by email again`,
    paragraphs: [
      `After “this was not me”, nobody could get back into your ${service.name} account by email for a while. On ${time(at)} someone who was signed in to your account allowed it again.`,
      'If this was you, there is nothing to do.',
      `If this was not you, tell us now at ${service.notMeUrl} and sign out every device in your account.`,
    ],
  }),
  'recovery-contact-code': ({ code, minutes }, { name }) => ({
    subject: `${code} is your ${name} code`,
    paragraphs: [
      `Someone, maybe you, asked ${name} to write to this address about getting back into an account. Your code is:`,
      code,
      `It works once, for ${minutes} minutes, on the page where you asked for it. If you did not ask for it, do nothing.`,
    ],
  }),
  'recovery-case-opened': ({ reference, link }, { name }) => ({
    subject: `Your ${name} case ${reference}`,
    paragraphs: [
      `We have your request to get back into an account. A person will look at it and write to you here. Your case number is ${reference}.`,
      'Keep this message. You can see how it goes here:',
      link,
      `We will never ask you for a password or a code by phone or mail.`,
    ],
  }),
  'recovery-waiting': ({ at, until }, service) => ({
    subject: `Someone will get into your ${service.name} account on ${time(until)}`,
    paragraphs: [
      `Someone told us that they lost every way to sign in to your ${service.name} account. On ${time(at)} a trained agent looked at their proof and agreed.`,
      `To be sure, we wait until ${time(until)}. Then they may set up new ways to sign in.`,
      'If this was you, there is nothing to do.',
      ...stop(service),
    ],
  }),
  'recovery-case-approved': ({ reference, until }, { name }) => ({
    subject: `Your ${name} case ${reference}: yes, and when`,
    paragraphs: [
      `An agent agreed to your request. To protect the account, we wait until ${time(until)}. Then we send you a link to this address.`,
      'There is nothing to do until then.',
    ],
  }),
  'recovery-case-refused': ({ reference, link }, { name }) => ({
    subject: `Your ${name} case ${reference}: not yet`,
    paragraphs: [
      'An agent looked at your request and could not let you in: what you showed did not prove that the account is yours. We do not say more in an email.',
      'You may ask for another look. Reply to this message with your case number, or start again with another document. Another agent decides then.',
      link,
      'The agency that you want to reach can also serve you without this account. Ask them how.',
    ],
  }),
  'recovery-case-canceled': ({ reference, link }, { name }) => ({
    subject: `Your ${name} case ${reference} was stopped`,
    paragraphs: [
      'Someone who can reach the account told us that this request was not theirs, so we stopped it. Nothing was changed.',
      'If the account is yours, reply to this message with your case number. You can also start again:',
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
  authenticator: 'We took away the new way to sign in.',
  'sign-in': 'We turned the password off. Set a new one when you are signed in.',
  recovery: 'We stopped the request to get back in and took away what it set up.',
  identity: 'We locked the account until a person has looked at it.',
  contact: 'We undid the change of your contact details.',
};

export const englishRecoveryTexts: TextWordsOf<RecoveryTexts> = {
  'recovery-started': ({ at }, { name, notMeUrl }) =>
    `${name}: someone is getting back into your account (${time(at)}). Not you? Stop it: ${notMeUrl}`,
  'recovery-succeeded': ({ at }, { name, notMeUrl }) =>
    `${name}: someone got back into your account (${time(at)}). Not you? Stop it: ${notMeUrl}`,
  'recovery-waiting': ({ until }, { name, notMeUrl }) =>
    `${name}: someone who lost every way to sign in will get into your account on ${time(until)}. Not you? Stop it: ${notMeUrl}`,
};
