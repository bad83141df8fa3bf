import type { Child } from 'hono/jsx';
import type { Written } from '../../../kernel/index.ts';
import { attributeNames, attributes } from '../../../modules/agencies/index.ts';
import { issuerName } from '../../../modules/evidence/index.ts';
import type { PersonalFile } from '../../../modules/personal-data/index.ts';
import type { Act } from '../../account/history/index.ts';
import { formatMoment, type Lang, words } from '../../locales/index.ts';
import {
  Alert,
  ChildInSentence,
  DefinitionList,
  LocalTime,
  Page,
  type PageFrame,
  PrintButton,
} from '../../ui/index.ts';

/** One entry of the history in words, and where it stands in the log. */
export type PlacedAct = Act & { readonly place?: { readonly position: number; readonly hash: string } };

export interface PersonalFilePageProps {
  readonly frame: PageFrame;
  readonly file: PersonalFile;
  readonly acts: readonly PlacedAct[];
  readonly complete: boolean;
  /** This session cannot open the vault, so what is sealed is missing. */
  readonly locked: boolean;
}

/** The same as the JSON, section by section, for people: to read, to print, to save. */
export function PersonalFilePage(props: PersonalFilePageProps) {
  const { frame, file, locked } = props;
  const { lang } = frame;
  const say = words(lang).account.personalFile;
  return (
    <Page frame={frame} title={say.document} width="reading">
      <h1>{say.document}</h1>
      <p class="signet-muted">
        <ChildInSentence sentence={say.madeAt}>
          <LocalTime lang={lang} at={new Date(file.madeAt)} />
        </ChildInSentence>
      </p>
      {locked ? (
        <Alert lang={lang} kind="warning">
          <p>{say.locked}</p>
        </Alert>
      ) : null}
      <PrintButton lang={lang} hint={say.printHint} />
      {Object.entries(file.sections).map(([name, value]) => (
        <section class="signet-file">
          <h2>{labelOf(name, lang)}</h2>
          {name === 'history' ? <History props={props} /> : <Value value={value} lang={lang} />}
        </section>
      ))}
    </Page>
  );
}

function History({ props }: { readonly props: PersonalFilePageProps }) {
  const { lang } = props.frame;
  const say = words(lang).account.personalFile;
  return (
    <>
      <p>{say.verify}</p>
      {props.complete ? null : <p>{say.incomplete}</p>}
      <ol class="signet-acts">
        {props.acts.map(({ at, text, given, by, place }) => (
          <li>
            <p class="signet-acts__what">{text}</p>
            {given ? <p>{given}</p> : null}
            <p class="signet-acts__when">
              <LocalTime lang={lang} at={at} />
              {by ? ` · ${by}` : ''}
            </p>
            <p>
              {place ? (
                <code class="signet-exact">{say.place(place.position, place.hash)}</code>
              ) : (
                say.notPlacedYet
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

interface ValueProps {
  readonly value: Written;
  readonly lang: Lang;
}

function Value({ value, lang }: ValueProps): Child {
  if (isGroup(value) && isDeep(value)) return <Group value={value} lang={lang} />;
  if (!isList(value) || !isDeep(value)) return <p>{textOf(value, lang)}</p>;
  return (
    <ol class="signet-file__list">
      {value.map((one) => (
        <li>
          <Value value={one} lang={lang} />
        </li>
      ))}
    </ol>
  );
}

type Named = { readonly [name: string]: Written };

/** Facts side by side; what is itself made of facts stands below them, under its name. */
function Group({ value, lang }: { readonly value: Named; readonly lang: Lang }) {
  const all = Object.entries(value);
  const facts = all.filter(([, one]) => !isDeep(one));
  return (
    <>
      {facts.length > 0 ? (
        <DefinitionList
          facts={facts.map(([name, one]) => ({
            term: termOf(name, value, lang),
            value: factOf(name, one, lang),
          }))}
        />
      ) : null}
      {all
        .filter(([, one]) => isDeep(one))
        .map(([name, one]) => (
          <>
            <p class="signet-file__name">{labelOf(name, lang)}</p>
            <Value value={one} lang={lang} />
          </>
        ))}
    </>
  );
}

const isList = (value: Written): value is readonly Written[] => Array.isArray(value);
const isGroup = (value: Written): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDeep = (value: Written): boolean =>
  (isGroup(value) && Object.keys(value).length > 0) ||
  (isList(value) && value.some((one) => isGroup(one) || isList(one)));

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** An issuer is kept by its number, and read by its name. */
function factOf(name: string, value: Written, lang: Lang): Child {
  if (typeof value !== 'string') return textOf(value, lang);
  if (moment.test(value)) return <LocalTime lang={lang} at={new Date(value)} />;
  return name === 'issuer' || name === 'issuerId' ? issuerName(value) : textOf(value, lang);
}

function textOf(value: Written, lang: Lang): string {
  const say = words(lang).account.personalFile;
  if (value === null) return say.none;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (isList(value)) return value.map((one) => textOf(one, lang)).join(', ') || say.none;
  if (isGroup(value)) return say.none;
  const text = String(value);
  return moment.test(text) ? formatMoment(lang, new Date(text)) : (codesIn(lang)[text] ?? text);
}

/** Codes that other pages have words for. What a person wrote themselves is not in this list. */
function codesIn(lang: Lang): Readonly<Record<string, string>> {
  const { data, history, personalFile } = words(lang).account;
  return {
    ...Object.fromEntries(attributeNames.map((name) => [name, attributes[name].title[lang]])),
    ...history.names,
    ...data.kinds,
    ...data.methods,
    ...data.pathways,
    ...personalFile.values,
  };
}

/** D6: a number is called what it is; its kind stands beside it. */
const termOf = (name: string, { numberKind }: Named, lang: Lang): string =>
  labelOf(name === 'ssn' && numberKind === 'itin' ? 'itin' : name, lang);

/** The names of the JSON in words; a name that has none stands as it is. */
const labelOf = (name: string, lang: Lang): string =>
  (words(lang).account.personalFile.labels as Readonly<Record<string, string>>)[name] ?? name;
