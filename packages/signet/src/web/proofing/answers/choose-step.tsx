import { documentChoices } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Button, ButtonGroup, Form, Radios } from '../../ui/index.ts';
import { pathOf, StepLayout, type StepPage, type StepVisit } from '../step/index.ts';

export const chooseStep: StepPage = {
  section: 'ready',
  draw: (at) => <ChoosePage at={at} />,
  async take(at, { document }) {
    const chosen = documentChoices.find(({ choice }) => choice === document);
    if (!chosen) {
      const error = words(at.frame.lang).proofing.choose.error;
      return { again: <ChoosePage at={at} error={error} />, status: 422 };
    }
    if (!chosen.available) return { to: `/verify/other-ways/${chosen.choice}` };
    await at.needs.proofing.chooseDocument(at.person, chosen.choice);
    return 'on';
  },
};

/** What the person has. What cannot be checked yet is said here and not after five pages. */
function ChoosePage({ at, error }: { readonly at: StepVisit; readonly error?: string }) {
  const { frame, view } = at;
  const say = words(frame.lang).proofing.choose;
  return (
    <StepLayout
      at={at}
      section="ready"
      title={say.title}
      problems={error ? [{ field: 'document', text: error }] : []}
    >
      <Form frame={frame} action={pathOf('choose')}>
        <Radios
          name="document"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          value={view.answers.document}
          error={error}
          choices={documentChoices.map(({ choice }) => ({ value: choice, ...say.choices[choice] }))}
        />
        <ButtonGroup>
          <Button>{words(frame.lang).common.buttons.continue}</Button>
        </ButtonGroup>
      </Form>
    </StepLayout>
  );
}
