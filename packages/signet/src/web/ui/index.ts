/**
 * What every page is made of. A page is:
 *
 *   answerPage(c, <Page frame={frame} title={say.title} problems={problems} above={<BackLink …/>}>
 *     <Form frame={frame} action="/sign-in">
 *       <TextField name="email" label={say.email} labelIsHeading value={typed.email}
 *         error={problemWith(problems, 'email')} autocomplete="username webauthn" type="email" />
 *       <ButtonGroup><Button>{words(lang).common.buttons.continue}</Button></ButtonGroup>
 *     </Form>
 *   </Page>, problems.length ? 422 : 200)
 *
 * No `style`, no inline script, no spread props, no raw HTML: the policy forbids the first two, the linter the rest.
 */
export { Alert } from './alert.tsx';
export { answerPage } from './answer.ts';

export {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
} from './button.tsx';
export { Card, CardGroup } from './card.tsx';
export {
  Checkbox,
  Checkboxes,
  Radios,
  SelectField,
} from './choices.tsx';
export { CodeField } from './code-field.tsx';
export { DateField } from './date-field.tsx';
export { EmailAddress } from './email-address.tsx';
export { EmailQuestion } from './email-question.tsx';
export { ErrorPage, type ErrorStatus } from './error-page.tsx';
export { type FieldProblem, problemWith } from './field-problem.ts';
export { FileField } from './file-field.tsx';
export { Form } from './form.tsx';

export { DefinitionList, Disclosure, type Fact, ProcessList } from './lists.tsx';
export { LocalTime } from './local-time.tsx';
export { MailedCode } from './mailed-code.tsx';
export { MaskedPhone } from './masked-phone.tsx';
export { Page } from './page.tsx';
export { csrfField, csrfHeader, type PageFrame, places, requestField } from './page-frame.ts';
export { Passkey } from './passkey.tsx';
export { PasswordField } from './password-field.tsx';
export { PrintButton } from './print-button.tsx';
export { Progress } from './progress.tsx';
export { serveAssets } from './serve-assets.ts';
export { StepIndicator } from './step-indicator.tsx';
export { SummaryList, type SummaryRow } from './summary-list.tsx';
export { Table } from './table.tsx';
export { OrDivider, Secret, Tag } from './tag.tsx';
export { TextArea, TextField } from './text-field.tsx';
