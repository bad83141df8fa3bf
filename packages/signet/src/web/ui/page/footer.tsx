import { words } from '../../locales/index.ts';
import { type PageFrame, places } from '../page-frame.ts';

/** Help stands in the same place on every page (WCAG 2.2, 3.2.6). */
export function Footer(props: { readonly frame: PageFrame }) {
  const say = words(props.frame.lang).common.frame;
  return (
    <footer class="signet-footer">
      <nav class="signet-footer__links" aria-label={say.footerLabel}>
        <ul>
          <li>
            <a href={places.help}>{say.help}</a>
          </li>
          <li>
            <a href={places.privacy}>{say.privacy}</a>
          </li>
        </ul>
      </nav>
      {props.frame.sandbox ? (
        <p class="signet-sandbox">
          <strong>{say.sandbox}.</strong> {say.sandboxDetail}
        </p>
      ) : null}
    </footer>
  );
}
