import { type Lang, words } from '../../locales/index.ts';

/** The sections of the account, in the order in which they stand. Each has a file of routes and one of words. */
export const sections = {
  overview: '/account',
  ways: '/account/ways',
  contact: '/account/contact',
  devices: '/account/devices',
  history: '/account/history',
  agencies: '/account/agencies',
  data: '/account/data',
} as const;

export type Section = keyof typeof sections;

export function sectionLinks(lang: Lang, current: Section) {
  const names = words(lang).account.frame.sections;
  return (Object.keys(sections) as Section[]).map((section) => ({
    href: sections[section],
    text: names[section],
    current: section === current,
  }));
}
