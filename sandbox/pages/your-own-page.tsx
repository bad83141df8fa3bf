import type { LicensePhotos } from '../documents/index.ts';
import { wordsIn } from './language.ts';
import { type Frame, Page } from './page.tsx';
import { shownPhone } from './shown-phone.ts';
import type { Problems, Typed, Visitor, VisitorField } from './visitor.ts';

export const nothingTyped: Typed = { givenName: '', familyName: '', month: '', day: '', year: '' };

/** The id of the input that a problem's link leads to. */
const inputs: Readonly<Record<VisitorField, string>> = {
  photo: 'photo',
  givenName: 'given-name',
  familyName: 'family-name',
  birthDate: 'month',
};

interface FormProps {
  readonly frame: Frame;
  readonly typed: Typed;
  readonly problems: Problems;
}

export function YourOwnPage({ frame, typed, problems }: FormProps) {
  const { own } = wordsIn(frame.lang);
  const title = Object.keys(problems).length > 0 ? `${own.errorPrefix}${own.title}` : own.title;
  return (
    <Page frame={frame} title={title} current="own">
      <ErrorSummary frame={frame} problems={problems} />
      <h1>{own.title}</h1>
      <p class="lead">{own.lead}</p>
      <p class="aside">{own.privacy}</p>
      <form class="form" method="post" action="/your-own" enctype="multipart/form-data" novalidate>
        <PhotoField frame={frame} problems={problems} />
        <NameField frame={frame} field="givenName" value={typed.givenName} problems={problems} />
        <NameField frame={frame} field="familyName" value={typed.familyName} problems={problems} />
        <BirthDate frame={frame} typed={typed} problems={problems} />
        <button class="button" type="submit">
          {own.submit}
        </button>
      </form>
    </Page>
  );
}

function ErrorSummary({ frame, problems }: { frame: Frame; problems: Problems }) {
  const { own } = wordsIn(frame.lang);
  const found = (Object.keys(inputs) as VisitorField[]).filter((field) => problems[field]);
  if (found.length === 0) return null;
  return (
    <div class="problems" role="alert" tabindex={-1} autofocus aria-labelledby="problems">
      <h2 id="problems">{own.problems}</h2>
      <ul>
        {found.map((field) => (
          <li>
            <a href={`#${inputs[field]}`}>{problems[field] && own.problem[problems[field]]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Problem({ frame, problems, field }: { frame: Frame; problems: Problems; field: VisitorField }) {
  const problem = problems[field];
  if (!problem) return null;
  return (
    <p class="problem" id={`${inputs[field]}-problem`}>
      {wordsIn(frame.lang).own.problem[problem]}
    </p>
  );
}

/** The ids that describe an input: its hint, and the problem where there is one. */
function described(field: VisitorField, problems: Problems, hint?: string): string | undefined {
  const ids = [hint, problems[field] && `${inputs[field]}-problem`].filter((id) => id !== undefined);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function PhotoField({ frame, problems }: { frame: Frame; problems: Problems }) {
  const { own } = wordsIn(frame.lang);
  const { camera } = own;
  return (
    <div class="field">
      <label for="photo">{own.photo}</label>
      <span class="hint" id="photo-hint">
        {own.photoHint}
      </span>
      <Problem frame={frame} problems={problems} field="photo" />
      <sandbox-camera
        data-choose={camera.choose}
        data-open={camera.open}
        data-take={camera.take}
        data-close={camera.close}
        data-again={camera.again}
        data-taken={camera.taken}
        data-ready={camera.ready}
        data-failed={camera.failed}
        data-preview={camera.preview}
      >
        <input
          id="photo"
          name="photo"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-describedby={described('photo', problems, 'photo-hint')}
          aria-invalid={problems.photo ? 'true' : undefined}
        />
      </sandbox-camera>
    </div>
  );
}

function NameField(props: {
  frame: Frame;
  field: 'givenName' | 'familyName';
  value: string;
  problems: Problems;
}) {
  const { frame, field, value, problems } = props;
  return (
    <div class="field">
      <label for={inputs[field]}>{wordsIn(frame.lang).own[field]}</label>
      <Problem frame={frame} problems={problems} field={field} />
      <input
        id={inputs[field]}
        name={field}
        value={value}
        autocomplete="off"
        spellcheck={false}
        maxlength={40}
        aria-describedby={described(field, problems)}
        aria-invalid={problems[field] ? 'true' : undefined}
      />
    </div>
  );
}

function BirthDate({ frame, typed, problems }: FormProps) {
  const { own } = wordsIn(frame.lang);
  const parts = [
    { part: 'month', label: own.month, length: 2 },
    { part: 'day', label: own.day, length: 2 },
    { part: 'year', label: own.year, length: 4 },
  ] as const;
  return (
    <fieldset class="field" aria-describedby={described('birthDate', problems, 'birth-date-hint')}>
      <legend>{own.birthDate}</legend>
      <span class="hint" id="birth-date-hint">
        {own.birthDateHint}
      </span>
      <Problem frame={frame} problems={problems} field="birthDate" />
      <div class="date">
        {parts.map(({ part, label, length }) => (
          <div class={`date-part date-${part}`}>
            <label for={part}>{label}</label>
            <input
              id={part}
              name={part}
              value={typed[part]}
              inputmode="numeric"
              maxlength={length}
              autocomplete="off"
              aria-invalid={problems.birthDate ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The pictures travel inside the page, so that nothing of the visitor's face stays on the server. */
export function SpecimenPage(props: {
  frame: Frame;
  visitor: Visitor;
  photos: LicensePhotos;
  revenue: string;
}) {
  const { frame, visitor, photos, revenue } = props;
  const { own, person } = wordsIn(frame.lang);
  const sides = [
    { name: 'front', src: inline(photos.front), alt: own.done.frontAlt, save: own.done.saveFront },
    { name: 'back', src: inline(photos.back), alt: own.done.backAlt, save: own.done.saveBack },
  ];
  return (
    <Page frame={{ ...frame, path: '/your-own' }} title={own.done.title} current="own">
      <h1>{own.done.title}</h1>
      <p class="lead">{own.done.lead}</p>
      <dl class="facts facts-large">
        <dt>{person.ssn}</dt>
        <dd class="ssn">{visitor.ssn}</dd>
        <dt>{person.phone}</dt>
        <dd>{shownPhone(visitor.phone)}</dd>
      </dl>
      <ul class="sides">
        {sides.map((side) => (
          <li>
            <img src={side.src} alt={side.alt} width="1900" height="1309" />
            <a class="button" href={side.src} download={`specimen-license-${side.name}.jpg`}>
              {side.save}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={revenue}>{own.done.next}</a>
      </p>
      <p>
        <a href="/your-own">{own.done.another}</a>
      </p>
    </Page>
  );
}

function inline(jpeg: Buffer): string {
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
