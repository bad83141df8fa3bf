import {
  Choices,
  Form,
  Hidden,
  type Problem,
  ProblemSummary,
  problemOf,
  Submit,
} from '@signet/agencies-ui/forms';
import type { Frame } from '@signet/agencies-ui/pages';
import type { BenefitName } from '../eligibility/rules.ts';
import { type Lang, words } from '../locales/index.ts';
import type { VerifiedPerson } from '../sign-in/verified-person.ts';
import { Page } from '../ui/page.tsx';
import { type ContactWay, contactWays } from './claim.ts';

/** How somebody can be told, by what they shared. */
export const waysTo = ({ email, addressLines }: VerifiedPerson): readonly ContactWay[] =>
  contactWays.filter(
    (way) => way === 'here' || (way === 'email' ? email !== undefined : addressLines.length > 0),
  );

function noteOn(lang: Lang, way: ContactWay, person: VerifiedPerson): string {
  const { contact } = words(lang).claims;
  switch (way) {
    case 'email':
      return contact.email.note({ email: person.email ?? '' });
    case 'letter':
      return contact.letter.note({ address: person.addressLines.join(', ') });
    case 'here':
      return contact.here.note;
  }
}

interface ClaimFormPageProps {
  readonly frame: Frame;
  readonly person: VerifiedPerson;
  readonly benefit: BenefitName;
  readonly contact: string;
  readonly formKey: string;
  readonly problems: readonly Problem[];
}

/** A claim asks one thing: the rest is known. */
export function ClaimFormPage({ frame, person, benefit, contact, formKey, problems }: ClaimFormPageProps) {
  const { claims, benefits } = words(frame.lang);
  const title = claims.form.title(benefits[benefit].title);
  return (
    <Page frame={frame} title={title} wrong={problems.length > 0}>
      <h1>{title}</h1>
      <ProblemSummary title={words(frame.lang).form.wrong} problems={problems} />
      <Form frame={frame} action={`/claims/new/${benefit}/check`} keep>
        <Hidden name="form_key" value={formKey} />
        <Choices
          name="contact"
          label={claims.form.contact}
          hint={claims.madeUp}
          chosen={contact}
          problem={problemOf(problems, 'contact')}
          choices={waysTo(person).map((way) => ({
            value: way,
            label: claims.contact[way].label,
            note: noteOn(frame.lang, way, person),
          }))}
        />
        <Submit>{claims.form.next}</Submit>
      </Form>
    </Page>
  );
}
