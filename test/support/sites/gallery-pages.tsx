import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  CardGroup,
  CodeField,
  DefinitionList,
  Disclosure,
  ErrorPage,
  FileField,
  Form,
  OrDivider,
  Page,
  type PageFrame,
  Passkey,
  PasswordField,
  ProcessList,
  Progress,
  Radios,
  Secret,
  Sending,
  StepIndicator,
  SummaryList,
  Table,
  Tag,
  TextField,
} from '../../../packages/signet/src/web/ui/index.ts';
import { everyField, problems } from './gallery-fields.tsx';

type Draw = (frame: PageFrame) => JSX.Element;

const agency = 'the Department of Revenue (demo)';
const steps = ['Before you start', 'Your documents', 'Your photo', 'Your number', 'Check your answers'];

export const galleryPages: Readonly<Record<string, Draw>> = {
  'sign-in': (frame) => (
    <Page frame={{ ...frame, agency }} title="Sign in">
      <h1>Sign in</h1>
      <Form frame={frame} action="/sign-in">
        <TextField name="email" label="Email address" type="email" autocomplete="username webauthn" />
        <PasswordField lang={frame.lang} name="password" label="Password" autocomplete="current-password" />
        <ButtonGroup>
          <Button>Sign in</Button>
          <ButtonLink kind="link" href="/forgot">
            Forgot your password?
          </ButtonLink>
        </ButtonGroup>
      </Form>
      <OrDivider lang={frame.lang} />
      <Passkey
        frame={frame}
        mode="signin"
        optionsUrl="/options"
        verifyUrl="/verify"
        kind="secondary"
        autofill
      >
        Sign in with a passkey
      </Passkey>
      <p>
        New to Signet? <a href="/create">Create an account</a>
      </p>
    </Page>
  ),
  question: (frame) => (
    <Page
      frame={{ ...frame, agency }}
      title="What do you have with you?"
      above={
        <>
          <BackLink href="/before">Back</BackLink>
          <StepIndicator lang={frame.lang} steps={steps} current={1} />
        </>
      }
    >
      <Form frame={frame} action="/question">
        <Radios
          name="path"
          label="What do you have with you?"
          labelIsHeading
          hint="Choose one. You can change your mind later."
          value="license"
          choices={[
            { value: 'license', label: "Driver's license", hint: 'From any state, not expired' },
            { value: 'id', label: 'State ID card' },
            { value: 'passport', label: 'Passport', hint: 'Book or card' },
            { value: 'none', label: 'None of these', hint: 'We will show you other ways' },
          ]}
        />
        <Disclosure summary="Why do we ask?">
          <p>The agency needs to be sure that it is you who sees your records.</p>
        </Disclosure>
        <ButtonGroup>
          <Button>Continue</Button>
        </ButtonGroup>
      </Form>
    </Page>
  ),
  fields: (frame) => (
    <Page frame={frame} title="Every field">
      <h1>Every field</h1>
      {everyField(frame, [])}
    </Page>
  ),
  'fields-wrong': (frame) => (
    <Page frame={frame} title="Every field" problems={problems} above={<BackLink href="/">Back</BackLink>}>
      <h1>Every field</h1>
      {everyField(frame, problems)}
    </Page>
  ),
  code: (frame) => (
    <Page
      frame={{ ...frame, agency }}
      title="Enter the code"
      problems={[{ field: 'code', text: 'Enter the 6-digit code' }]}
    >
      <Form frame={frame} action="/code">
        <CodeField
          name="code"
          length={6}
          label="Enter the code we sent you"
          labelIsHeading
          hint="We sent it to the phone number that ends in 0142. It works for 10 minutes."
          error="Enter the 6-digit code"
        />
        <ButtonGroup>
          <Button>Continue</Button>
          <Button kind="link" formaction="/resend">
            Send a new code
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  ),
  camera: (frame) => (
    <Page
      frame={frame}
      title="Take a photo of the front"
      above={<StepIndicator lang={frame.lang} steps={steps} current={1} />}
    >
      <Form frame={frame} action="/camera" files>
        <FileField
          lang={frame.lang}
          name="front"
          label="Take a photo of the front of your license"
          labelIsHeading
          hint="Put it on a dark, flat surface. All four corners must show."
          facing="environment"
        />
        <Sending lang={frame.lang} name="the-sending-of-this-page">
          <Button>Continue</Button>
        </Sending>
      </Form>
    </Page>
  ),
  answers: (frame) => (
    <Page
      frame={{ ...frame, agency }}
      title="Check your answers"
      width="reading"
      above={<StepIndicator lang={frame.lang} steps={steps} current={4} />}
    >
      <h1>Check your answers</h1>
      <SummaryList
        lang={frame.lang}
        rows={[
          { label: 'Name', value: 'Amara Oyelaran-Whitfield', changeHref: '/name' },
          { label: 'Date of birth', value: 'April 28, 1986', changeHref: '/birth' },
          {
            label: 'Social Security number',
            value: '900-12-3456',
            masked: '•••-••-3456',
            changeHref: '/ssn',
          },
          { label: 'Middle name', value: '', changeHref: '/middle' },
        ]}
      />
      <Alert lang={frame.lang} kind="info" heading="This is final">
        <p>After you send this, changes need a new photo of your document.</p>
      </Alert>
      <Form frame={frame} action="/answers">
        <ButtonGroup>
          <Button>Send</Button>
        </ButtonGroup>
      </Form>
    </Page>
  ),
  start: (frame) => (
    <Page frame={frame} title="Prove who you are, once" width="reading">
      <h1>Prove who you are, once</h1>
      <p class="signet-lead">Then use the same account at every agency that accepts it.</p>
      <ProcessList
        steps={[
          { heading: 'Create your account', body: <p>An email address and a way to sign in.</p> },
          { heading: 'Show a document', body: <p>A license, a state ID or a passport.</p> },
          { heading: 'Take a photo of yourself', body: <p>We compare it with your document.</p> },
        ]}
      />
      <ButtonGroup>
        <ButtonLink href="/create">Create an account</ButtonLink>
        <ButtonLink kind="secondary" href="/sign-in">
          Sign in
        </ButtonLink>
      </ButtonGroup>
    </Page>
  ),
  passkey: (frame) => (
    <Page frame={frame} title="Add a passkey">
      <h1>Add a passkey</h1>
      <p>Use your fingerprint, face or screen lock. Nothing to remember.</p>
      <Passkey frame={frame} mode="register" optionsUrl="/options" verifyUrl="/verify">
        Add a passkey
      </Passkey>
      <p>
        <a href="/other-ways">Use another way</a>
      </p>
    </Page>
  ),
  progress: (frame) => (
    <Page frame={frame} title="We are checking your information" refreshSeconds={5}>
      <h1>We are checking your information</h1>
      <Progress
        frame={frame}
        statusUrl="/status"
        current="face"
        stages={[
          { id: 'document', text: 'Reading your document' },
          { id: 'face', text: 'Comparing your photo' },
          { id: 'records', text: 'Checking with the records' },
        ]}
      />
    </Page>
  ),
  account: (frame) => (
    <Page
      frame={{ ...frame, signedIn: { idleSeconds: 3600 } }}
      title="Your account"
      width="wide"
      nav={[
        { href: '/account', text: 'Overview', current: true },
        { href: '/account/sign-in', text: 'Ways to sign in' },
        { href: '/account/activity', text: 'Activity' },
      ]}
    >
      <h1>Your account</h1>
      <Alert lang={frame.lang} kind="success" live>
        <p>Your phone number was changed.</p>
      </Alert>
      <CardGroup>
        <Card heading="Your identity" footer={<a href="/identity">See what was checked</a>}>
          <DefinitionList
            facts={[
              { term: 'Name', value: 'Amara Oyelaran-Whitfield' },
              { term: 'Proven', value: 'March 3, 2026' },
            ]}
          />
        </Card>
        <Card
          heading="Ways to sign in"
          footer={
            <ButtonGroup>
              <Button kind="secondary" type="button" about="passkey Laptop">
                Remove
              </Button>
            </ButtonGroup>
          }
        >
          <p>Passkey “Laptop”, added March 3, 2026</p>
        </Card>
      </CardGroup>
      <Alert lang={frame.lang} kind="warning" heading="Add a second way to sign in">
        <p>If you lose your phone, you could be locked out.</p>
      </Alert>
      <Alert lang={frame.lang} kind="error">
        <p>We could not reach the post office. Your letter is not sent yet.</p>
      </Alert>
    </Page>
  ),
  desk: (frame) => (
    <Page frame={frame} title="Cases that wait" width="wide">
      <h1>Cases that wait</h1>
      <Table
        caption="Cases, oldest first"
        columns={['Case', 'Waiting since', 'Reason', 'State']}
        rows={[
          [<a href="/desk/1">SG-4471</a>, 'March 3, 2026', 'Photo is not clear', <Tag>New</Tag>],
          ['SG-4472', 'March 3, 2026', 'Names differ', <Tag tone="attention">Needs review</Tag>],
          ['SG-4473', 'March 4, 2026', 'Address differs', <Tag tone="good">Done</Tag>],
          ['SG-4474', 'March 4, 2026', 'Reported by its owner', <Tag tone="bad">Stopped</Tag>],
        ]}
      />
      <Secret>K7QM-2XPD-94TR-WHNB</Secret>
    </Page>
  ),
  broken: (frame) => <ErrorPage frame={frame} status={500} reference="0190b6e2" />,
};
