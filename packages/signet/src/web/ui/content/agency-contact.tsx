import { type Lang, words } from '../../locales/index.ts';
import { DefinitionList } from './lists.tsx';

export interface AgencyContactProps {
  readonly lang: Lang;
  /** As the agency registered it: the phone in E.164. */
  readonly help: {
    readonly phone: string;
    readonly hours: Readonly<Record<Lang, string>>;
    readonly address: readonly string[];
    readonly office?: readonly string[] | undefined;
    readonly page: string;
  };
}

/** Where an agency is reached. */
export function AgencyContact({ lang, help }: AgencyContactProps) {
  const say = words(lang).common.contact;
  const { phone, hours, address, office, page } = help;
  return (
    <DefinitionList
      facts={[
        {
          term: say.phone,
          value: (
            <>
              <a href={`tel:${phone}`}>{shownPhone(phone)}</a>
              <br />
              {hours[lang]}
            </>
          ),
        },
        ...(office ? [{ term: say.office, value: <Lines lines={office} /> }] : []),
        { term: say.mail, value: <Lines lines={address} /> },
        { term: say.web, value: <a href={page}>{new URL(page).host}</a> },
      ]}
    />
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <address class="signet-address">
    {lines.map((line) => (
      <span>{line}</span>
    ))}
  </address>
);

/** As a phone number is read aloud in its country: 202-555-0117; abroad with its country. */
function shownPhone(phone: string): string {
  const [, area, exchange, rest] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return area ? `${area}-${exchange}-${rest}` : phone;
}
