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
export { Alert, type AlertProps } from './alert.tsx';
export { answerPage } from './answer.ts';
export { openAssets } from './assets.ts';
export {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  type ButtonLinkProps,
  type ButtonProps,
} from './button.tsx';
export { Card, CardGroup, type CardProps } from './card.tsx';
export {
  Checkbox,
  Checkboxes,
  type CheckboxesProps,
  type CheckboxProps,
  type Choice,
  Radios,
  type RadiosProps,
  SelectField,
  type SelectFieldProps,
} from './choices.tsx';
export { CodeField, type CodeFieldProps } from './code-field.tsx';
export { DateField, type DateFieldProps } from './date-field.tsx';
export { ErrorPage, type ErrorPageProps, type ErrorStatus } from './error-page.tsx';
export { type FieldProblem, problemWith } from './field-problem.ts';
export { FileField, type FileFieldProps } from './file-field.tsx';
export { Form, type FormProps } from './form.tsx';
export type { NavLink } from './header.tsx';
export { DefinitionList, Disclosure, type Fact, ProcessList, type ProcessStep } from './lists.tsx';
export { Page, type PageProps } from './page.tsx';
export { csrfField, csrfHeader, type PageFrame, places, type SignedIn } from './page-frame.ts';
export { Passkey, type PasskeyProps } from './passkey.tsx';
export { PasswordField, type PasswordFieldProps } from './password-field.tsx';
export { Progress, type ProgressProps, type ProgressStage } from './progress.tsx';
export { serveAssets } from './serve-assets.ts';
export { StepIndicator, type StepIndicatorProps } from './step-indicator.tsx';
export { SummaryList, type SummaryRow } from './summary-list.tsx';
export { Table, type TableProps } from './table.tsx';
export { OrDivider, Secret, Tag } from './tag.tsx';
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './text-field.tsx';
