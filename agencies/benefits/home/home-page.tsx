import type { Frame } from '@signet/agencies-ui/pages';
import { benefitNames } from '../eligibility/rules.ts';
import { words } from '../locales/index.ts';
import { Page } from '../ui/page.tsx';

/** The public page. It needs neither Signet nor the database. */
export function HomePage({ frame }: { readonly frame: Frame }) {
  const { home, benefits } = words(frame.lang);
  return (
    <Page frame={frame} title={home.title}>
      <div class="opening">
        <h1>{home.title}</h1>
        <p class="lead">{home.lead}</p>
        <p>
          <a class="button" href="/sign-in">
            {frame.formToken === undefined ? home.signIn : home.continue}
          </a>
        </p>
        <p>{home.oneAccount}</p>
      </div>
      <h2>{home.listTitle}</h2>
      <ul class="tiles">
        {benefitNames.map((name) => (
          <li class="tile">
            <h3>{benefits[name].title}</h3>
            <p>{benefits[name].text}</p>
          </li>
        ))}
      </ul>
      <h2>{home.sharedTitle}</h2>
      <p>{home.shared}</p>
    </Page>
  );
}
