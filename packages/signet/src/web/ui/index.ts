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

export { assetUrl } from './assets.ts';
export {
  AgencyContact,
  Alert,
  Card,
  CardGroup,
  ChildInSentence,
  CopyButton,
  DatedSentence,
  DefinitionList,
  Disclosure,
  EmailAddress,
  type Fact,
  LocalDate,
  LocalTime,
  MaskedPhone,
  OrDivider,
  OutboxHint,
  PrintButton,
  ProcessList,
  Progress,
  QrCode,
  qrPicture,
  Reference,
  Secret,
  StepIndicator,
  SummaryList,
  type SummaryRow,
  Table,
  Tag,
} from './content/index.ts';
export {
  Checkbox,
  Checkboxes,
  CodeField,
  DateField,
  type FieldProblem,
  FileField,
  PasswordField,
  problemWith,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from './fields/index.ts';
export {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  EmailedCode,
  EmailQuestion,
  Form,
  Passkey,
  Sending,
} from './form/index.ts';
export { answerPage, ErrorPage, type ErrorStatus, Page } from './page/index.ts';
export { csrfField, csrfHeader, type PageFrame, places, requestField } from './page-frame.ts';
export { serveAssets } from './serve-assets.ts';
