import type { PersonalFile } from '../../../modules/personal-data/index.ts';
import { actOf } from '../../account/history/index.ts';
import type { AccountNeeds } from '../../account/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { frameOf, ownerOf, postedForm, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { DownloadPage } from './download-page.tsx';
import { PersonalFilePage, type PlacedAct } from './personal-file-page.tsx';

const place = '/account/data/download';

/** Everything that is known of a person, as JSON for machines and as a page to read and print. */
export function downloadRoutes(
  needs: Pick<AccountNeeds, 'agencies' | 'authentication' | 'personalData'>,
): Routes {
  const { authentication, personalData } = needs;
  const routes = signetRoutes();

  routes.get(place, (c) => answerPage(c, <DownloadPage frame={frameOf(c)} />));

  /** The answer to the POST is the file: a page of its own address would have to be made, told and noted again. */
  routes.post(place, async (c) => {
    const { person, presence } = ownerOf(c);
    const { as } = postedForm(c);
    const key = await authentication.session.openVault(presence);
    const made = await personalData.download(key, person);
    if (!made.ok) return tooMany(c, made.error.code);
    return as === 'json' ? asJson(c, made.value) : asPage(c, made.value, !key);
  });

  function asPage(c: WebContext, file: PersonalFile, locked: boolean): Promise<Response> {
    const frame = frameOf(c);
    const { complete, entries } = file.sections.history;
    const acts = entries.map((entry) => placedAct(entry, frame.lang, needs.agencies));
    const page = (
      <PersonalFilePage frame={frame} file={file} acts={acts} complete={complete} locked={locked} />
    );
    return answerPage(c, page);
  }

  function tooMany(c: WebContext, code: 'too-many-downloads' | 'too-many-waiting'): Promise<Response> {
    const frame = frameOf(c);
    const say = words(frame.lang).account.personalFile;
    const text = code === 'too-many-waiting' ? say.tooManyWaiting : say.tooMany;
    return answerPage(c, <DownloadPage frame={frame} problems={[{ field: 'as', text }]} />, 429);
  }

  return routes;
}

function placedAct(
  { by, byReference, at, position, hash, ...entry }: PersonalFile['sections']['history']['entries'][number],
  lang: Lang,
  agencies: AccountNeeds['agencies'],
): PlacedAct {
  const actor = { kind: by, ...(byReference !== undefined && { ref: byReference }) };
  const act = actOf({ ...entry, at: new Date(at), actor }, lang, agencies);
  return { ...act, ...(position !== null && hash !== null && { place: { position, hash } }) };
}

/** The same name for everyone: a folder of downloads says nothing of whose it is. */
function asJson(c: WebContext, file: PersonalFile): Response {
  c.header('cache-control', 'no-store');
  c.header('content-type', 'application/json; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="signet-personal-data.json"');
  return c.body(`${JSON.stringify(file, undefined, 2)}\n`);
}
