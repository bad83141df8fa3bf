import { type PhotoRole, photosOf } from '../../../modules/proofing/index.ts';
import { type Words, words } from '../../locales/index.ts';
import { SummaryList, type SummaryRow } from '../../ui/index.ts';
import { CasePhoto, photoWords } from '../capture/index.ts';
import { pathOf, type StepVisit } from '../step/index.ts';

interface AnswersGivenProps {
  readonly at: StepVisit;
  /** The page asks for the number itself. */
  readonly exceptNumber?: boolean;
}

/** Everything that is about to be sent, each with the way to change it (docs/design.md §5). */
export function AnswersGiven({ at, exceptNumber = false }: AnswersGivenProps) {
  const rows = rowsOf(at).filter(({ changeHref }) => !exceptNumber || changeHref !== pathOf('ssn'));
  return <SummaryList lang={at.frame.lang} rows={rows} />;
}

/** A3: without a second piece of evidence no letter leaves before an agent looked. */
const lacksPhone = ({ view: { answers, required } }: StepVisit): boolean =>
  required.ial > 1 && answers.phone?.kind === 'none';

/** What happens when it is sent. */
export function leadOf(at: StepVisit): string {
  const say = words(at.frame.lang).proofing.check;
  if (!at.view.answers.withoutFace) return say.lead;
  return lacksPhone(at) ? say.leadByLetterNoPhone : say.leadByLetter;
}

function consentOf(at: StepVisit): string {
  const say = words(at.frame.lang).proofing.check;
  if (!at.view.answers.withoutFace) return say.consented;
  return lacksPhone(at) ? say.byLetterNoPhone : say.byLetter;
}

function rowsOf(at: StepVisit): readonly SummaryRow[] {
  const { frame, view } = at;
  const { check, choose } = words(frame.lang).proofing;
  const { document, corrected, ssnLast4, numberKind, phone } = view.answers;
  const photoRow = (role: PhotoRole): SummaryRow => ({
    label: photoWords(at, role).row,
    value: (
      <>
        {sentAs(check, view.answers.photos[role])}
        <CasePhoto at={at} role={role} base="/verify" />
      </>
    ),
    changeHref: pathOf(role),
  });
  return [
    {
      label: check.document,
      value: document ? (
        <>
          {choose.choices[document].label}
          {corrected ? (
            <p class="usa-hint">{check.youChose(choose.choices[corrected.chosen].label)}</p>
          ) : null}
        </>
      ) : (
        ''
      ),
      changeHref: pathOf('choose'),
    },
    {
      label: check.consent,
      value: consentOf(at),
      changeHref: pathOf('consent'),
    },
    ...photosOf(view.answers).map(photoRow),
    {
      label: numberKind === 'itin' ? check.itin : check.ssn,
      value: ssnLast4 ? `•••-••-${ssnLast4.reveal()}` : '',
      changeHref: pathOf('ssn'),
    },
    { label: check.phone, value: phoneIn(check, phone), changeHref: pathOf('phone') },
  ];
}

function sentAs(
  { photo, poorPhoto, unseenPhoto, photoFromFile }: Words['proofing']['check'],
  note: StepVisit['view']['answers']['photos'][PhotoRole],
): string {
  if (note?.fromFile) return photoFromFile;
  if (note?.problems.length) return poorPhoto;
  return note?.unseen ? unseenPhoto : photo;
}

function phoneIn(
  { noPhone, phoneConfirmed }: Words['proofing']['check'],
  phone: StepVisit['view']['answers']['phone'],
): string {
  return phone?.kind === 'number' ? phoneConfirmed(`•••-•••-${phone.last4.reveal()}`) : noPhone;
}
