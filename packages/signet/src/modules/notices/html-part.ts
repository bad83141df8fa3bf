import type { Language } from '../../kernel/index.ts';

/**
 * The same words as the plain part, for mail programs that show HTML: one column, nothing fetched from anywhere (a
 * picture would tell its server when and where a person reads), nothing that runs. Styles stand at each element, since
 * many programs drop a style sheet.
 */
export function htmlPart(lang: Language, subject: string, paragraphs: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;${font}">`,
    `<div style="max-width:560px;margin:0 auto;border-top:4px solid #3d2a66;padding-top:8px">`,
    ...paragraphs.map(paragraph),
    '</div></body></html>',
    '',
  ].join('\n');
}

const font =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';

function paragraph(text: string): string {
  if (/^\d{6}$/.test(text)) {
    return `<p style="margin:16px 0;font-size:32px;font-weight:700;letter-spacing:4px">${text}</p>`;
  }
  return `<p style="margin:16px 0;overflow-wrap:anywhere">${withLinks(text)}</p>`;
}

/** Addresses become links that show where they lead; a full stop after one is not a part of it. */
const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((piece, at) => (at % 2 === 1 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
