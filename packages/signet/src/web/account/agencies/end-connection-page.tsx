import { words } from '../../locales/index.ts';
import { BackLink, Button, ButtonGroup, ButtonLink, Form, type PageFrame } from '../../ui/index.ts';
import { AccountSection, sections } from '../layout/index.ts';
import type { Connected } from './agencies-page.tsx';

/** Before a connection ends: what that does, and what it cannot do any more. */
export function EndConnectionPage({
  frame,
  agency,
}: {
  readonly frame: PageFrame;
  readonly agency: Connected;
}) {
  const say = words(frame.lang).account.agencies.end;
  const name = agency.nameInSentence[frame.lang];
  return (
    <AccountSection
      frame={frame}
      section="agencies"
      title={say.title(name)}
      above={<BackLink href={sections.agencies}>{words(frame.lang).common.frame.back}</BackLink>}
    >
      <h2>{say.does}</h2>
      <Points points={say.doesList(name)} />
      <h2>{say.doesNot}</h2>
      <Points points={say.doesNotList(name)} />
      <Form frame={frame} action="/account/agencies/end">
        <input type="hidden" name="agency" value={agency.agency} />
        <ButtonGroup>
          <Button kind="danger">{say.submit}</Button>
          <ButtonLink kind="secondary" href={sections.agencies}>
            {say.keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}

const Points = ({ points }: { readonly points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
);
