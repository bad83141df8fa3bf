import { expect, it } from 'vitest';
import { sampleMessages } from '../../../../../test/support/words/sample-messages.ts';
import { languages } from '../../kernel/index.ts';
import { htmlPart } from './html-part.ts';
import type { TemplateName } from './templates.ts';
import { writeMessage } from './write-message.ts';

const service = {
  name: 'Signet & Co. <1>',
  notMeUrl: 'https://signet.example/not-me',
  timeZone: 'America/New_York',
};
const names = Object.keys(sampleMessages) as TemplateName[];

/** What a mail program shows of it, as it would be read aloud. */
const shown = (html: string): string =>
  html
    .replace(/^[\s\S]*?<body/, '<body')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:!?])/g, '')
    .trim();

const everyMail = languages.flatMap((lang) =>
  names.flatMap((name) =>
    sampleMessages[name].map(
      (values) => [`${name} in ${lang}`, writeMessage(name, lang, values, service)] as const,
    ),
  ),
);

it.each(everyMail)('finding P9: the HTML of %s says the words of its plain text', (_, { text, html }) => {
  expect(shown(html)).toBe(text.replaceAll(/\s+/g, ' ').trim());
});

it.each(everyMail)(
  'finding P9: the HTML of %s fetches nothing, runs nothing, and leads only where its text does',
  (_, mail) => {
    expect(mail.html).not.toMatch(
      /<(img|script|link|iframe|object|form|style)\b|\ssrc=|url\(|@import|\son\w+=/i,
    );
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, to = '']) =>
      to.replaceAll('&amp;', '&'),
    );
    for (const to of links) expect(mail.text).toContain(to);
  },
);

it('finding P9: attack, markup in a value: it is shown, never made', () => {
  const html = htmlPart('en', '<script>1</script>', [
    '<img src=x onerror=1> "a" & \'b\'',
    'https://a.example/?q="><b>',
  ]);
  expect(html).not.toMatch(/<(img|b|script)\b/);
  expect(html).toContain('&lt;img src=x onerror=1&gt; &quot;a&quot; &amp; &#39;b&#39;');
});

it('finding P9: a code stands large, and is announced in the language of the message', () => {
  const html = htmlPart('es', 'Su código', ['271828']);
  expect(html).toMatch(/<html lang="es">/);
  expect(html).toMatch(/<p style="[^"]*font-size:32px[^"]*">271828<\/p>/);
});
