import { words } from '../locales/index.ts';
import type { Frame } from './frame.ts';

/** The parts of the tax account, in the order in which they stand. */
const sections = [
  { path: '/account', name: 'home' },
  { path: '/transcripts', name: 'transcripts' },
  { path: '/filings', name: 'filings' },
  { path: '/payments', name: 'payments' },
  { path: '/letters', name: 'letters' },
  { path: '/profile', name: 'profile' },
] as const;

export function Sections({ frame }: { readonly frame: Frame }) {
  const { nav } = words(frame.lang);
  return (
    <nav class="sections" aria-label={nav.sectionsLabel}>
      <ul class="wrap">
        {sections.map(({ path, name }) => (
          <li>
            <a href={path} aria-current={frame.path.startsWith(path) ? 'page' : undefined}>
              {nav.sections[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
