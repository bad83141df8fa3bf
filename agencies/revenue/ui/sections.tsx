import { words } from '../locales/index.ts';
import type { Frame } from './frame.ts';

/** The parts of the tax account, in the order in which they stand, each with the other addresses that are part of it. */
const sections = [
  { path: '/account', name: 'home', also: [] },
  { path: '/transcripts', name: 'transcripts', also: [] },
  { path: '/filings', name: 'filings', also: ['/documents'] },
  { path: '/payments', name: 'payments', also: ['/plans', '/bank-accounts'] },
  { path: '/letters', name: 'letters', also: [] },
  { path: '/profile', name: 'profile', also: ['/professionals'] },
] as const;

export function Sections({ frame }: { readonly frame: Frame }) {
  const { nav } = words(frame.lang);
  return (
    <nav class="sections" aria-label={nav.sectionsLabel}>
      <ul class="wrap">
        {sections.map(({ path, name, also }) => (
          <li>
            <a
              href={path}
              aria-current={[path, ...also].some((one) => frame.path.startsWith(one)) ? 'page' : undefined}
            >
              {nav.sections[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
