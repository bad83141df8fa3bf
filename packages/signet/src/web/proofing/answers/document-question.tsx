import type { DocumentKind } from '../../../modules/evidence/index.ts';
import { type DocumentNotTaken, documentChoices, type Situation } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, Form, type PageFrame, Radios } from '../../ui/index.ts';

interface DocumentQuestionProps {
  readonly frame: PageFrame;
  readonly action: string;
  /** Stands before the hint, where it is the first question of all. */
  readonly lead?: string;
  readonly chosen?: DocumentKind | undefined;
  readonly error?: string | undefined;
}

/** What the person has. What cannot be checked yet is said here and not after five pages. */
export function DocumentQuestion({ frame, action, lead, chosen, error }: DocumentQuestionProps) {
  const say = words(frame.lang).proofing.choose;
  return (
    <Form frame={frame} action={action}>
      <Radios
        name="document"
        label={say.title}
        labelIsHeading
        hint={lead ? `${lead} ${say.hint}` : say.hint}
        value={chosen}
        error={error}
        choices={documentChoices.map(({ choice }) => ({ value: choice, ...say.choices[choice] }))}
      />
      <ButtonGroup>
        <Button>{words(frame.lang).common.buttons.continue}</Button>
      </ButtonGroup>
    </Form>
  );
}

/** Read from what was posted: a document that is taken, the page that says what to do with another, or no answer. */
export function documentPosted(
  posted: unknown,
): { readonly document: DocumentKind } | { readonly to: string } | undefined {
  const chosen = documentChoices.find(({ choice }) => choice === posted);
  if (!chosen) return undefined;
  return chosen.available ? { document: chosen.choice } : { to: otherWaysFor(chosen.choice) };
}

/** What is said of those that are not taken: a choice that is taken one day needs no page. */
const situationOf: Readonly<Record<DocumentNotTaken, Situation>> = {
  'mobile-license': 'mobile-license',
  'none-of-these': 'none-of-these',
};

const otherWaysFor = (choice: DocumentNotTaken): string => `/verify/other-ways/${situationOf[choice]}`;
