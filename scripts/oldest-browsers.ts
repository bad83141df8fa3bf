/**
 * The oldest browsers that the pages are made for, each with what runs on its engine (`ios` is Safari on iPhones). What is
 * built is lowered to them, and test/house/browser-features.test.ts holds all styles and scripts to them.
 */
export const oldestBrowsers = { chrome: 109, edge: 109, firefox: 115, safari: 16, ios: 16 } as const;

/** The same as esbuild takes them. */
export const buildTargets: string[] = [
  'es2022',
  ...Object.entries(oldestBrowsers).map(([browser, version]) => `${browser}${version}`),
];
