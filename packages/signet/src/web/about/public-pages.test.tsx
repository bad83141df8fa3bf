import { describe, expect, it } from 'vitest';
import { sampleHelp } from '../../../../../test/support/sites/sample-help.ts';
import type { Agency } from '../../modules/agencies/index.ts';
import { languages, words } from '../locales/index.ts';
import type { PageFrame } from '../ui/index.ts';
import { AgenciesPage } from './agencies-page.tsx';
import { HelpPage, NotMePage, PrivacyPage } from './public-pages.tsx';

describe.each(languages.map(({ lang }) => lang))('pages about the service in %s', (lang) => {
  const frame: PageFrame = { lang, path: '/', csrf: 'token', sandbox: true };
  const say = words(lang);
  const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);

  it('A17: privacy says for how many days, and names sections and buttons as they are called', () => {
    const page = String(<PrivacyPage frame={frame} days={{ reviewDays: 14, deletionDays: 7 }} />);
    expect(page).toMatch(lang === 'en' ? /14 days at most/ : /14 días como máximo/);
    expect(page).toMatch(lang === 'en' ? /waits for 7 days/ : /espera 7 días/);
    const real = [say.proofing.stopLink, say.account.frame.sections.data];
    expect(quoted(page).filter((name) => !real.includes(name))).toEqual([]);
  });

  it('a letter with a code that somebody did not ask for, or that is another’s: what to do, without an account', () => {
    const page = String(<NotMePage frame={frame} />);
    const { letter } = say.about.notMe;
    for (const text of [letter.heading, letter.lead]) expect(page).toContain(text);
    expect(letter.steps.length).toBeGreaterThan(2);
    expect(page).toContain('href="/help/agencies"');
  });

  it('privacy lists what is on the page, and each entry leads to its section', () => {
    const page = String(<PrivacyPage frame={frame} days={{ reviewDays: 14, deletionDays: 7 }} />);
    const sections = [...page.matchAll(/<h2 id="([^"]+)">([^<]+)</g)].map(([, id, heading]) => [id, heading]);
    const entries = [...page.matchAll(/<a href="#(section[^"]*)">([^<]+)</g)].map(([, id, text]) => [
      id,
      text,
    ]);
    expect(entries).toEqual(sections);
    expect(sections.length).toBeGreaterThan(5);
  });

  it('help on a lost or forgotten way to sign in leads back into the account, with or without a password', () => {
    const { topics } = say.about.help;
    for (const { question, answer, link } of topics.slice(0, 3)) {
      expect([question, link?.href]).toEqual([question, '/recover']);
      expect(answer).not.toMatch(/^(Sign in with your|Inicie sesión con su) /);
    }
    expect(String(<HelpPage frame={frame} />).match(/href="\/recover"/g)).toHaveLength(3);
    const named = [say.signIn.factor.recovery, say.proofing.choose.title, say.about.notMe.title];
    const all = topics.flatMap(({ answer }) => quoted(answer));
    expect(all.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('finding P6: every agency stands there with its phone, its addresses and its hours', () => {
    const abroad = { ...sampleHelp, phone: '+442079460018' };
    const name = { en: 'Tax', es: 'Impuestos' };
    const all = [sampleHelp, abroad].map((help) => ({ name, help }) as Agency);
    const page = String(<AgenciesPage frame={frame} agencies={{ all: () => all }} />);
    expect(page).toContain('<a href="tel:+442079460018">+442079460018</a>');
    expect(page).toContain(lang === 'en' ? 'Tax' : 'Impuestos');
    expect(page).toContain(`<a href="tel:${sampleHelp.phone}">202-555-0117</a>`);
    for (const line of [...sampleHelp.address, ...sampleHelp.office, sampleHelp.hours[lang]]) {
      expect(page).toContain(line);
    }
  });

  it('“this was not me” asks nobody to reply to a message, and for no password of those who have none', () => {
    const page = String(<NotMePage frame={frame} />);
    expect(page).toMatch(lang === 'en' ? /Do not reply/ : /No responda/);
    expect(page).toMatch(lang === 'en' ? /If you have a password/ : /Si tiene una contraseña/);
    expect(page).toContain(`“${say.account.frame.sections.devices}”`);
  });
});
