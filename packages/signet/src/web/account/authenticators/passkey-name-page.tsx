import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  type FieldProblem,
  Form,
  type PageFrame,
  problemWith,
  TextField,
} from '../../ui/index.ts';
import { AccountSection, sections } from '../layout/index.ts';

export interface PasskeyNamePageProps {
  readonly frame: PageFrame;
  readonly action: string;
  readonly name: string;
  readonly problems?: readonly FieldProblem[];
}

export function PasskeyNamePage({ frame, action, name, problems = [] }: PasskeyNamePageProps) {
  const { ways } = words(frame.lang).account;
  const above = <BackLink href={sections.ways}>{ways.title}</BackLink>;
  return (
    <AccountSection frame={frame} section="ways" title={ways.name.title} above={above} problems={problems}>
      <Form frame={frame} action={action}>
        <TextField
          name="name"
          label={ways.name.label}
          hint={ways.name.hint}
          value={name}
          autocomplete="off"
          error={problemWith(problems, 'name')}
        />
        <ButtonGroup>
          <Button>{ways.name.submit}</Button>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}
