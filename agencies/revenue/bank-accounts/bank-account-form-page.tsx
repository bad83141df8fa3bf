import { Choices, Form, type Problem, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

export interface TypedBankAccount {
  readonly routing: string;
  readonly account: string;
  readonly again: string;
  readonly kind: string;
}

export interface BankAccountFormPageProps {
  readonly frame: Frame;
  readonly typed: TypedBankAccount;
  readonly problems?: readonly Problem[];
}

export function BankAccountFormPage({ frame, typed, problems = [] }: BankAccountFormPageProps) {
  const { bank } = words(frame.lang).payments;
  const { form: say, kinds } = bank;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/bank-accounts">{bank.title}</a>
        </p>
        <h1>{say.title}</h1>
        <Form frame={frame} action="/bank-accounts/new" keep>
          <TextField
            name="routing"
            secret
            label={say.routing}
            hint={say.routingHint}
            value={typed.routing}
            inputmode="numeric"
            width="short"
            problem={problemOf(problems, 'routing')}
          />
          <TextField
            name="account"
            secret
            label={say.account}
            hint={say.accountHint}
            value={typed.account}
            inputmode="numeric"
            width="short"
            problem={problemOf(problems, 'account')}
          />
          <TextField
            name="again"
            secret
            label={say.again}
            value={typed.again}
            inputmode="numeric"
            width="short"
            problem={problemOf(problems, 'again')}
          />
          <Choices
            name="kind"
            label={say.kind}
            choices={[
              { value: 'checking', label: kinds.checking },
              { value: 'savings', label: kinds.savings },
            ]}
            chosen={typed.kind}
            problem={problemOf(problems, 'kind')}
          />
          <p class="small">{say.note}</p>
          <Submit>{say.submit}</Submit>
        </Form>
      </div>
    </Page>
  );
}
