import { describe, expect, it } from 'vitest';
import { words as benefits } from '../../agencies/benefits/locales/index.ts';
import { words as revenue } from '../../agencies/revenue/locales/index.ts';
import { attributes } from '../../packages/signet/src/modules/agencies/index.ts';
import { words as signet } from '../../packages/signet/src/web/locales/index.ts';
import { wordsIn as sandboxPages } from '../../sandbox/pages/language.ts';
import { outcomeTitles, stories } from '../../sandbox/people/stories.ts';
import { marked, textsOf, valuesIn } from '../support/words/texts-of.ts';
import { unwanted, unwantedIn } from '../support/words/unwanted-words.ts';

type Lang = 'en' | 'es';
const inLanguage = (texts: Readonly<Record<string, Readonly<Record<Lang, string>>>>, lang: Lang) =>
  Object.entries(texts).map(([name, text]) => [name, text[lang]]);

const sandbox = (lang: Lang) => ({
  pages: sandboxPages(lang),
  stories: inLanguage(stories, lang),
  outcomes: inLanguage(outcomeTitles, lang),
});

const attributeTitles = (lang: Lang) => Object.values(attributes).map(({ title }) => title[lang]);

/** The messages are held to the same beside their words, in the module of notices. */
describe.each([
  ['Signet', signet],
  ['the Department of Revenue', revenue],
  ['the Veterans Benefits Office', benefits],
  ['the sandbox', sandbox],
  ['what agencies may ask for', attributeTitles],
])('the words of %s', (_, wordsIn) => {
  it.each(['en', 'es'] as const)(
    'finding L: say nothing that an editor found hard, wrong or foreign, in %s',
    (lang) => {
      expect(unwantedIn(lang, textsOf(wordsIn(lang)))).toEqual([]);
    },
  );

  it('have the same keys and show the same values in both languages', () => {
    const [english, spanish] = [textsOf(wordsIn('en'), marked), textsOf(wordsIn('es'), marked)];
    expect(spanish.map(([path]) => path)).toEqual(english.map(([path]) => path));
    const shown = (texts: typeof english) => texts.map(([path, text]) => [path, ...valuesIn(text)]);
    expect(shown(spanish)).toEqual(shown(english));
    expect([...english, ...spanish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the list of unwanted words', () => {
  it.each([
    ['en', 'It does not sign in any more.'],
    ['en', 'An office does not answer right now.'],
    ['en', 'You have one more try'],
    ['en', 'So that nobody can read it'],
    ['en', 'Sign in to go on'],
    ['en', 'What you had filled in is kept for one hour'],
    ['en', 'Verified, level 2 (IAL2)'],
    ['en', 'Take a photo of the front of your card'],
    ['en', 'A driver license or state ID'],
    ['en', 'Press "Sign in"'],
    ['es', 'Tome una foto del frente de su tarjeta'],
    ['es', 'Su identidad comprobada'],
    ['es', 'Usted demostró quién es'],
    ['es', 'Oprima el botón'],
    ['es', 'en la página «Sus datos»'],
    ['es', 'Esto es un entorno de pruebas'],
    ['es', 'Usted va a entrar a el Departamento'],
    ['es', 'Le enviaremos la respuesta por correo'],
    ['es', 'Puedes entrar con tu llave'],
  ] as const)('L: finds in %s “%s”', (lang, text) => {
    expect(unwantedIn(lang, [['', text]])).not.toEqual([]);
  });

  it.each([
    ['en', 'Continue to the next page. No one stored it; someone already signed in.'],
    ['en', 'Your state ID card, your Social Security card, a new SIM card and your driver’s license.'],
    ['es', 'Su tarjeta SIM, su tarjeta de Seguro Social y un código por correo electrónico.'],
    ['es', 'Va a entrar al sitio. Él no lo pidió; usted puede cerrar su sesión.'],
  ] as const)('lets pass in %s “%s”', (lang, text) => {
    expect(unwantedIn(lang, [['', text]])).toEqual([]);
  });

  it('says of each row why', () => {
    expect([...unwanted.en, ...unwanted.es].filter(({ why }) => why === '')).toEqual([]);
  });
});

it('say one figure of how long it takes to make an account and prove who one is, wherever they say it', () => {
  const duration = /\b(?:about|unos) (\S+) (?:minutes|minutos)/gi;
  const said = (['en', 'es'] as const).flatMap((lang) =>
    [signet, revenue, benefits, sandbox].flatMap((wordsIn) =>
      textsOf(wordsIn(lang), marked)
        .filter(([path]) => /proofing|about|recovery|signIn|home/i.test(path))
        .flatMap(([path, text]) => [...text.matchAll(duration)].map(([, figure]) => [path, figure])),
    ),
  );
  const places = said.filter(([, figure]) => figure !== '⟨1⟩'); // a wait that is counted
  expect(places.length).toBeGreaterThan(10);
  expect(places.filter(([, figure]) => figure !== '10')).toEqual([]);
});
