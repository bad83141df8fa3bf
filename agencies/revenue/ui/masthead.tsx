import { SignOutButton } from '@signet/agencies-ui/pages';
import { words } from '../locales/index.ts';
import { addressesOf, type Frame } from './frame.ts';

/** The department's mark: three rising columns in a ring. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true">
      <circle cx="24" cy="24" r="22" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M11 34h26" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      <path d="M14 30v-6M24 30V18M34 30V12" stroke="currentColor" stroke-width="5" />
      <path d="M14 18l10-7 10-3" fill="none" stroke="#e3b34c" stroke-width="2.5" stroke-linecap="round" />
    </svg>
  );
}

export const SignOut = ({ frame }: { readonly frame: Frame }) => (
  <SignOutButton
    action={addressesOf(frame).signOut}
    formToken={frame.formToken}
    label={words(frame.lang).nav.signOut}
  />
);

export function Masthead({ frame }: { readonly frame: Frame }) {
  const say = words(frame.lang);
  const { lang, name } = say.otherLanguage;
  return (
    <header class="masthead">
      <p class="demonstration">{say.demonstration}</p>
      <div class="masthead-row wrap">
        <a class="brand" href={addressesOf(frame).home}>
          <Mark />
          <span>{frame.site === 'staff' ? say.staff.agency : say.agency}</span>
        </a>
        <nav class="masthead-nav" aria-label={say.nav.label}>
          <a href={`${frame.path}?lang=${lang}`} lang={lang} hreflang={lang}>
            {name}
          </a>
          {frame.formToken === undefined ? (
            <a href={addressesOf(frame).signIn}>{say.nav.signIn}</a>
          ) : (
            <SignOut frame={frame} />
          )}
        </nav>
      </div>
    </header>
  );
}

export function Footer({ frame }: { readonly frame: Frame }) {
  const say = words(frame.lang);
  return (
    <footer class="footer">
      <div class="wrap">
        <p>{say.footer.about}</p>
        {frame.formToken === undefined ? null : <p>{say.footer.session}</p>}
      </div>
    </footer>
  );
}
