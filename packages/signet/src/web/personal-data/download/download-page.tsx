import { AccountSection, sections } from '../../account/layout/index.ts';
import { words } from '../../locales/index.ts';
import { BackLink, Button, ButtonGroup, type FieldProblem, Form, type PageFrame } from '../../ui/index.ts';

export interface DownloadPageProps {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

export function DownloadPage({ frame, problems = [] }: DownloadPageProps) {
  const say = words(frame.lang).account.personalFile;
  return (
    <AccountSection
      frame={frame}
      section="data"
      title={say.title}
      problems={problems}
      above={<BackLink href={sections.data}>{words(frame.lang).common.frame.back}</BackLink>}
    >
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.notInIt}</h2>
      <ul>
        {say.notInItList.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <p>{say.careful}</p>
      <Form frame={frame} action="/account/data/download" id="as">
        <ButtonGroup>
          <Button name="as" value="page">
            {say.asPage}
          </Button>
          <Button name="as" value="json" kind="secondary">
            {say.asJson}
          </Button>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}
