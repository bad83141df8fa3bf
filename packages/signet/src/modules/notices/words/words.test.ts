import { describe, expect, it } from 'vitest';
import { sampleMessages, sampleTexts } from '../../../../../../test/support/words/sample-messages.ts';
import { unwantedIn } from '../../../../../../test/support/words/unwanted-words.ts';
import { type Language, languages } from '../../../kernel/index.ts';
import type { NoticeTemplates, TextTemplates } from '../templates.ts';
import { writeCall, writeMessage, writeText } from '../write-message.ts';

const service = { name: 'Signet', notMeUrl: 'https://signet.example/not-me', timeZone: 'America/New_York' };

type Name = keyof NoticeTemplates;
const names = Object.keys(sampleMessages) as Name[];
const textNames = Object.keys(sampleTexts) as (keyof TextTemplates)[];

const written = (lang: Language) =>
  names.flatMap((name) =>
    sampleMessages[name].map((values) => ({ name, ...writeMessage(name, lang, values, service) })),
  );

const everyText = (lang: Language): [string, string][] => [
  ...written(lang).flatMap(({ name, subject, text }): [string, string][] => [
    [`${name}.subject`, subject],
    [name, text],
  ]),
  ...textNames.flatMap((name) =>
    sampleTexts[name].map((values): [string, string] => [
      `sms.${name}`,
      writeText(name, lang, values, service),
    ]),
  ),
  [
    'call',
    writeCall('sign-in-code', lang, { code: '271828', agency: 'el Departamento', from: {} }, service).join(
      ' ',
    ),
  ],
];

describe.each(languages)('messages in %s', (lang) => {
  it('say nothing that an editor found hard, wrong or foreign', () => {
    expect(unwantedIn(lang, everyText(lang))).toEqual([]);
  });

  it('finding P14: say times as a clock on the wall of the service shows them, by the zone’s name', () => {
    const texts = everyText(lang).map(([, text]) => text);
    expect(texts.filter((text) => /\bUTC\b|\bGMT\b/.test(text))).toEqual([]);
    const clock = lang === 'en' ? '10:05 AM EDT' : '10:05 a.m. EDT';
    expect(texts.filter((text) => text.includes(clock)).length).toBeGreaterThan(20);
    const inWinter = { at: new Date('2027-01-10T02:30:00Z') };
    const west = { ...service, timeZone: 'America/Los_Angeles' };
    expect(writeMessage('account-kept', lang, inWinter, west).text).toMatch(
      lang === 'en' ? 'January 9, 2027 at 6:30 PM PST' : '9 de enero de 2027 a las 6:30 p.m. PST',
    );
  });

  it('finding P9: do not begin with a stranger', () => {
    const alarming = /^(Someone|Somebody|A stranger|Alguien|Un desconocido)\b/;
    expect(
      written(lang).filter(({ subject, text }) => alarming.test(subject) || alarming.test(text)),
    ).toEqual([]);
  });

  it('finding P9: good news begins with it', () => {
    const told = writeMessage(
      'identity-verified',
      lang,
      sampleMessages['identity-verified'][0] ?? never(),
      service,
    );
    expect(told.text).toMatch(lang === 'en' ? /^You verified your identity/ : /^Usted verificó su identidad/);
    expect(told.text.indexOf(service.notMeUrl)).toBeGreaterThan(told.text.length / 2);
  });

  it('speak of no password to those who may have none, and have nobody reply to an address that nobody reads', () => {
    const texts = written(lang);
    expect(texts.filter(({ text }) => /\b(reply|respond[ae])\b/i.test(text)).map(({ name }) => name)).toEqual(
      [],
    );
    const passwords = texts.filter(({ text }) => /your password|su contraseña/i.test(text));
    // a phone is a second factor of a password; the others name what this person has, or the mailbox's
    const theirs = ['phone-changed-hands', 'account-ready', 'authenticator-disabled', 'disavowed'];
    expect(passwords.map(({ name }) => name).filter((name) => !theirs.includes(name))).toEqual([]);
  });

  it('a password that took the place of another is not called a new way to sign in', () => {
    const at = new Date('2026-06-03T14:05:00Z');
    const told = (replaced: object) =>
      writeMessage('new-authenticator', lang, { authenticator: 'password', at, ...replaced }, service);
    expect(told({}).subject).toMatch(/^(New way|Nueva forma)/);
    const { subject, text } = told({ replaced: true });
    expect(subject).toBe(
      lang === 'en' ? 'Your Signet password was changed' : 'Cambió su contraseña de Signet',
    );
    expect(text).toMatch(lang === 'en' ? /The one before no longer works/ : /La anterior ya no sirve/);
    expect(text).not.toMatch(/added|agregó/);
  });

  it('the mail of a new account does not say that all is done, since proving who one is may come next', () => {
    const [ready] = sampleMessages['account-ready'];
    const { text } = writeMessage('account-ready', lang, ready ?? never(), service);
    expect(text).toMatch(lang === 'en' ? /the next step is to prove that/ : /el paso siguiente es verificar/);
    expect(text).not.toMatch(/anything else|nada más/);
  });

  it('finding P9: what waits says for how long', () => {
    const told = sampleMessages['proofing-result'].map((values) => [
      values.outcome,
      writeMessage('proofing-result', lang, values, service).text,
    ]);
    const time = { waits: /minutes|minutos/, 'needs-person': /14 (days|días)/ };
    for (const [outcome, text] of told) {
      if (outcome !== 'decided') expect(text).toMatch(time[outcome as keyof typeof time]);
    }
  });
});

function never(): never {
  throw new Error('no sample');
}
