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
export { Alert } from './content/alert.tsx';
export { Card, CardGroup } from './content/card.tsx';
export { EmailAddress } from './content/email-address.tsx';
export { DefinitionList, Disclosure, type Fact, ProcessList } from './content/lists.tsx';
export { LocalTime } from './content/local-time.tsx';
export { MaskedPhone } from './content/masked-phone.tsx';
export { PrintButton } from './content/print-button.tsx';
export { Progress } from './content/progress.tsx';
export { Reference } from './content/reference.tsx';
export { StepIndicator } from './content/step-indicator.tsx';
export { SummaryList, type SummaryRow } from './content/summary-list.tsx';
export { Table } from './content/table.tsx';
export { OrDivider, Secret, Tag } from './content/tag.tsx';
export {
  Checkbox,
  Checkboxes,
  Radios,
  SelectField,
} from './fields/choices.tsx';
export { CodeField } from './fields/code-field.tsx';
export { DateField } from './fields/date-field.tsx';
export { type FieldProblem, problemWith } from './fields/field-problem.ts';
export { FileField } from './fields/file-field.tsx';
export { PasswordField } from './fields/password-field.tsx';
export { TextArea, TextField } from './fields/text-field.tsx';
export {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
} from './form/button.tsx';
export { EmailQuestion } from './form/email-question.tsx';
export { Form } from './form/form.tsx';
export { MailedCode } from './form/mailed-code.tsx';
export { Passkey } from './form/passkey.tsx';
export { answerPage } from './page/answer.ts';
export { ErrorPage, type ErrorStatus } from './page/error-page.tsx';
export { Page } from './page/page.tsx';
export { csrfField, csrfHeader, type PageFrame, places, requestField } from './page-frame.ts';
export { serveAssets } from './serve-assets.ts';
