import { languages, words } from '../../locales/index.ts';
import { assetUrl } from '../assets.ts';
import { Form } from '../form/index.ts';
import { inLanguage, type PageFrame, places } from '../page-frame.ts';
import { type NavLink, SectionNav } from './section-nav.tsx';

interface HeaderProps {
  readonly frame: PageFrame;
  readonly nav?: readonly NavLink[] | undefined;
  /** How wide the page below it is: the agency's name is the head of that sheet. */
  readonly width: 'question' | 'reading' | 'wide';
}

export function Header(props: HeaderProps) {
  const { frame, width } = props;
  const withAgency = frame.agency || frame.waiting ? ' signet-header--agency' : '';
  const { frame: say, product } = words(frame.lang).common;
  return (
    <header class={`signet-header signet-header--${width}${withAgency}`}>
      <div class="signet-header__bar">
        <a class="signet-mark" href={places.home} aria-label={say.homeLabel}>
          <img class="signet-mark__seal" src={assetUrl('signet.svg')} alt="" width="32" height="32" />
          <span class="signet-mark__word">{product}</span>
        </a>
        <div class="signet-header__tools">
          <LanguageSwitch frame={frame} />
          {frame.signedIn?.fully && !frame.agency ? (
            <a class="signet-header__account" href={places.account}>
              {say.accountLabel}
            </a>
          ) : null}
          {frame.signedIn ? (
            <Form frame={frame} action={places.signOut}>
              <button class="signet-quiet" type="submit">
                {say.signOut}
              </button>
            </Form>
          ) : null}
        </div>
      </div>
      {props.nav ? <SectionNav label={say.accountLabel} links={props.nav} /> : null}
      {frame.waiting ? (
        <p class="signet-agency">
          <a href={frame.waiting.href}>{say.signingInTo.goOn(frame.waiting.agency)}</a>
        </p>
      ) : null}
      {frame.agency ? (
        <p class="signet-agency">
          <span>
            {say.signingInTo.lead} <strong>{say.signingInTo.agency(frame.agency)}</strong>
          </span>
        </p>
      ) : null}
    </header>
  );
}

/** Ordinary links, so that they work without script and can be kept as bookmarks. */
function LanguageSwitch(props: { readonly frame: PageFrame }) {
  const { frame } = props;
  const say = words(frame.lang).common.frame;
  return (
    <nav
      class="signet-languages"
      aria-label={say.language}
      data-emptied={say.emptied}
      data-emptied-photo={say.emptiedPhoto}
    >
      <ul>
        {languages.map(({ lang, name }) => (
          <li>
            <a
              href={inLanguage(frame.path, lang)}
              lang={lang}
              hreflang={lang}
              aria-current={lang === frame.lang ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
