import type { Page } from 'playwright-core';

/** On a page that opens with something wrong: whether the summary of it has the focus, and where one Tab leads from there. */
export async function summaryFocus(page: Page): Promise<{ spoken: string | undefined; afterTab: string }> {
  await page.locator('[role="alert"]').first().waitFor();
  await page.waitForTimeout(100); // the focus comes with the first frame that is drawn
  const spoken = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.getAttribute('role') !== 'alert') return undefined;
    return document.getElementById(focused.getAttribute('aria-labelledby') ?? '')?.textContent?.trim();
  });
  await page.keyboard.press('Tab');
  const afterTab = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  return { spoken, afterTab };
}
