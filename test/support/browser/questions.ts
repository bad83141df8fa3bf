import type { Page } from 'playwright-core';

/** What a page asks: each group of choices by its legend, each other field by its label. */
function questionsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('main :is(input, select, textarea)');
    const asked = [...fields].filter(
      (field) =>
        field.checkVisibility() && field.type !== 'hidden' && !field.closest('signet-sandbox-camera'), // a visitor's toy, which no real person is shown
    );
    const questionOf = (field: HTMLInputElement): string => {
      const group = field.closest('fieldset');
      if (group) return group.querySelector('legend')?.textContent?.trim() ?? '';
      return field.labels?.[0]?.textContent?.trim() ?? field.name;
    };
    return [...new Set(asked.map(questionOf))];
  });
}

/** Pages where several fields stand, each with the reason. Every other page asks one question at most (docs/design.md §5). */
const excused: readonly { readonly at: RegExp; readonly why: string }[] = [
  { at: /^signet\/sign-in\b/, why: 'address and password are one answer, which a password manager fills in' },
  { at: /^signet\/account\/data\/name\b/, why: 'a name in its parts is one answer' },
];

export async function questionFaults(page: Page, name: string): Promise<string[]> {
  const asked = await questionsOn(page);
  const isExcused = excused.some(({ at }) => at.test(name));
  return asked.length > 1 && !isExcused ? [`asks more than one question: ${asked.join(' / ')}`] : [];
}
