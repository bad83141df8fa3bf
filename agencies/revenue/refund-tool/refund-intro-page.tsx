import { words } from '../locales/index.ts';
import { addressesOf, type Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

/** What the tool shows, what one needs for it, and the way in. It needs neither Signet nor the database. */
export function RefundIntroPage({ frame }: { readonly frame: Frame }) {
  const { refundTool } = words(frame.lang);
  const say = refundTool.intro;
  return (
    <Page frame={frame} title={refundTool.title}>
      <div class="wrap narrow">
        <h1>{refundTool.title}</h1>
        <p class="lead">{say.lead}</p>
        <p>
          <a class="button" href={addressesOf(frame).signIn}>
            {say.signIn}
          </a>
        </p>
        <h2>{say.needTitle}</h2>
        <ul class="ticks">
          {say.need.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
        <p>{say.known}</p>
        <h2>{say.whenTitle}</h2>
        <p>{say.when}</p>
      </div>
    </Page>
  );
}
