import {
  Button,
  ButtonGroup,
  Checkbox,
  Checkboxes,
  CodeField,
  DateField,
  type FieldProblem,
  FileField,
  Form,
  type PageFrame,
  PasswordField,
  problemWith,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '../../../packages/signet/src/web/ui/index.ts';

/** What is wrong with the form when it is shown in its error state. */
export const problems: readonly FieldProblem[] = [
  { field: 'email', text: 'Enter an email address like name@example.com' },
  { field: 'birth', text: 'Enter a real date, like April 28, 1986' },
  { field: 'path', text: 'Choose what you have with you' },
  { field: 'photo', text: 'Choose a photo' },
  { field: 'agree', text: 'Say that you agree, or choose another way' },
];

/** A form with every kind of field that pages are made of. */
export const everyField = (frame: PageFrame, wrong: readonly FieldProblem[]) => (
  <Form frame={frame} action="/fields" files>
    <TextField
      name="email"
      label="Email address"
      hint="We send a code to this address."
      type="email"
      autocomplete="email"
      value="someone@"
      error={problemWith(wrong, 'email')}
    />
    <TextField name="phone" label="Phone number" type="tel" prefix="+1" autocomplete="tel-national" />
    <TextField name="zip" label="ZIP code" width="short" inputmode="numeric" autocomplete="postal-code" />
    <PasswordField
      lang={frame.lang}
      name="password"
      label="Password"
      autocomplete="new-password"
      address="amara@example.com"
    />
    <CodeField name="code" label="One-time code" length={6} />
    <CodeField name="letter" label="Code from your letter" length={16} kind="text" />
    <TextField name="first-name" label="First name" value="JOSE" secret />
    <TextField name="last-name" label="Last name" value="NUNEZ" secret />
    <DateField
      lang={frame.lang}
      name="birth"
      label="Date of birth"
      hint="For example: April 28 1986"
      birthDate
      value={{ month: '2', day: '31', year: '1986' }}
      error={problemWith(wrong, 'birth')}
    />
    <SelectField
      name="state"
      label="State"
      emptyLabel="Choose one"
      choices={[
        { value: 'FR', label: 'Franklin' },
        { value: 'JE', label: 'Jefferson' },
      ]}
    />
    <Radios
      name="path"
      label="What do you have with you?"
      error={problemWith(wrong, 'path')}
      choices={[
        { value: 'license', label: "Driver's license", hint: 'Issued by your state' },
        { value: 'passport', label: 'Passport' },
      ]}
    />
    <Checkboxes
      name="extras"
      label="What else can you use?"
      hint="Choose all that apply."
      values={['mail']}
      choices={[
        { value: 'mail', label: 'A letter to my home' },
        { value: 'person', label: 'A video call with a person' },
      ]}
    />
    <FileField
      lang={frame.lang}
      name="photo"
      label="Front of your license"
      hint="Put it on a dark, flat surface."
      facing="environment"
      error={problemWith(wrong, 'photo')}
    />
    <TextArea name="note" label="Anything we should know?" />
    <Checkbox
      name="agree"
      label="I agree that Signet compares my face with my document."
      error={problemWith(wrong, 'agree')}
    />
    <ButtonGroup>
      <Button>Continue</Button>
      <Button kind="secondary" name="again" value="yes">
        Send a new code
      </Button>
      <Button kind="danger">Delete</Button>
      <Button kind="link">Skip for now</Button>
    </ButtonGroup>
  </Form>
);

/** One page per kind of thing a journey shows, together using every component. */
