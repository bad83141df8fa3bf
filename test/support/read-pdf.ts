import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export const openPdf = (file: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }).promise;

/** What can be selected in it, page after page. */
export async function textIn(pdf: PDFDocumentProxy): Promise<string> {
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const page = await pdf.getPage(index + 1);
    const { items } = await page.getTextContent();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ' '}` : '')).join('');
  });
  return (await Promise.all(pages)).join('\n').replaceAll(/[ \t]+/g, ' ');
}

/** What a screen reader is told the parts are, in reading order: `H1`, `Table`, `TH`. */
export async function rolesIn(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const roles: string[] = [];
  const walk = (node: object): void => {
    if ('role' in node) roles.push(String(node.role));
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk);
  };
  for (let page = 1; page <= pdf.numPages; page++) {
    const tree = await (await pdf.getPage(page)).getStructTree();
    if (tree) walk(tree);
  }
  return roles;
}
