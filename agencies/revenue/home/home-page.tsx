import { refundPaths } from '../config/config.ts';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { HeroDrawing } from './hero-drawing.tsx';

/** The public page: what one can do here, and the way in. It needs neither Signet nor the database. */
export function HomePage({ frame }: { readonly frame: Frame }) {
  const { home } = words(frame.lang);
  return (
    <Page frame={frame} title={home.title}>
      <div class="hero">
        <div class="wrap hero-row">
          <div>
            <h1>{home.title}</h1>
            <p class="lead">{home.lead}</p>
            <p>
              <a class="button button-on-dark" href="/sign-in">
                {frame.formToken === undefined ? home.signIn : home.continue}
              </a>
            </p>
            {frame.formToken === undefined ? <p class="hero-note">{home.signInNote}</p> : null}
            <p class="hero-note">
              <a href={refundPaths.home}>{home.refund}</a>
            </p>
          </div>
          <HeroDrawing />
        </div>
      </div>
      <div class="wrap">
        <section aria-labelledby="what">
          <h2 id="what">{home.whatTitle}</h2>
          <ul class="cards">
            {home.what.map(({ icon, title, text }) => (
              <li class="card">
                <Icon name={icon} />
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
        <div class="two">
          <section aria-labelledby="need">
            <h2 id="need">{home.needTitle}</h2>
            <ul class="ticks">
              {home.need.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
            <p>{home.needNote}</p>
          </section>
          <section aria-labelledby="privacy">
            <h2 id="privacy">{home.privacyTitle}</h2>
            <p>{home.privacy}</p>
          </section>
        </div>
      </div>
    </Page>
  );
}
