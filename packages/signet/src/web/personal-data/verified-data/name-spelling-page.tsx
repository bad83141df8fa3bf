import type { NamePart, SpellingProblems, TypedName } from '../../../modules/personal-data/index.ts';
import { AccountSection, sections } from '../../account/layout/index.ts';
import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  Form,
  type PageFrame,
  problemWith,
  TextField,
} from '../../ui/index.ts';

export interface NameSpellingPageProps {
  readonly frame: PageFrame;
  /** The parts that were proven, each as it is written now or was typed. */
  readonly name: TypedName;
  /** The same parts as they are kept: an error names the letters that they must have. */
  readonly proven: TypedName;
  readonly problems?: SpellingProblems;
}

const autofill = {
  givenName: 'given-name',
  middleName: 'additional-name',
  familyName: 'family-name',
} satisfies Record<NamePart, string>;

/** The proven name, to be written as its person writes it. */
export function NameSpellingPage({ frame, name, proven, problems = [] }: NameSpellingPageProps) {
  const { data } = words(frame.lang).account;
  const say = data.spelling;
  const wrong = problems.map(({ part, problem }) => ({
    field: part,
    text: say.problems[problem](proven[part] ?? ''),
  }));
  const above = <BackLink href={sections.data}>{data.title}</BackLink>;
  return (
    <AccountSection frame={frame} section="data" title={say.title} above={above} problems={wrong}>
      <p>{say.lead}</p>
      <p>{say.told}</p>
      <Form frame={frame} action="/account/data/name">
        {(Object.keys(name) as NamePart[]).map((part) => (
          <TextField
            name={part}
            label={say[part]}
            value={name[part]}
            autocomplete={autofill[part]}
            secret
            error={problemWith(wrong, part)}
          />
        ))}
        <ButtonGroup>
          <Button>{say.save}</Button>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}
