import { words } from '../../locales/index.ts';
import { pathOf, StepLayout, type StepPage, type StepVisit } from '../step/index.ts';
import { DocumentQuestion, documentPosted } from './document-question.tsx';

/** Asked again: where the person changes the answer, or has to. The first time it is asked at `/verify`. */
export const chooseStep: StepPage = {
  section: 'ready',
  draw: (at) => <ChoosePage at={at} />,
  async take(at, posted) {
    const answer = documentPosted(posted.document);
    if (!answer) {
      const error = words(at.frame.lang).proofing.choose.error;
      return { again: <ChoosePage at={at} error={error} />, status: 422 };
    }
    if ('to' in answer) return answer;
    await at.needs.proofing.chooseDocument(at.person, answer.document);
    return 'on';
  },
};

function ChoosePage({ at, error }: { readonly at: StepVisit; readonly error?: string }) {
  return (
    <StepLayout
      at={at}
      section="ready"
      title={words(at.frame.lang).proofing.choose.title}
      problems={error ? [{ field: 'document', text: error }] : []}
    >
      <DocumentQuestion
        frame={at.frame}
        action={pathOf('choose')}
        chosen={at.view.answers.document}
        error={error}
      />
    </StepLayout>
  );
}
