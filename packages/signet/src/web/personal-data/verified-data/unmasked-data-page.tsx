import { AccountSection } from '../../account/layout/index.ts';
import { words } from '../../locales/index.ts';
import { Alert, Button, ButtonGroup, DefinitionList, Form, type PageFrame } from '../../ui/index.ts';
import type { IdentityRow } from './identity-rows.ts';

export interface DataShownPageProps {
  readonly frame: PageFrame;
  readonly rows: readonly IdentityRow[];
  readonly minutes: number;
}

/** Everything that was proven, in full, for a few minutes: then the browser goes back to the masked page. */
export function UnmaskedDataPage({ frame, rows, minutes }: DataShownPageProps) {
  const say = words(frame.lang).account.data;
  return (
    <AccountSection frame={frame} section="data" title={say.title}>
      <Alert lang={frame.lang} kind="info">
        <p>{say.shownFor(minutes)}</p>
      </Alert>
      <DefinitionList facts={rows.map(({ label, value }) => ({ term: label, value }))} />
      <Form frame={frame} action="/account/data/hide">
        <ButtonGroup>
          <Button>{say.hide}</Button>
          <Button kind="secondary" formaction="/account/data/show">
            {say.showLonger(minutes)}
          </Button>
        </ButtonGroup>
      </Form>
    </AccountSection>
  );
}
