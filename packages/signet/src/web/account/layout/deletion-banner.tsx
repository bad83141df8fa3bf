import { words } from '../../locales/index.ts';
import { Alert, Button, Form, LocalTime, type PageFrame } from '../../ui/index.ts';

/** On every page of an account that is to be deleted: when, and the one press that keeps it. */
export function DeletionBanner({ frame, dueAt }: { readonly frame: PageFrame; readonly dueAt: Date }) {
  const say = words(frame.lang).account.leaving;
  return (
    <Alert lang={frame.lang} kind="warning" heading={say.waiting.title}>
      <p>
        {say.waiting.due} <LocalTime lang={frame.lang} at={dueAt} />.
      </p>
      <Form frame={frame} action="/account/close/keep" label={say.keep}>
        <Button kind="secondary">{say.keep}</Button>
      </Form>
    </Alert>
  );
}
