import { nameParts, type TypedName } from '../../../modules/personal-data/index.ts';
import type { Identity, VaultKey } from '../../../modules/vault/index.ts';
import type { AccountNeeds } from '../../account/index.ts';
import { sections } from '../../account/layout/index.ts';
import { formFields, frameOf, ownerOf, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { NameSpellingPage } from './name-spelling-page.tsx';

type Needs = Pick<AccountNeeds, 'authentication' | 'personalData' | 'vault'>;

const path = '/account/data/name';

/** The person's own spelling of the name that was proven (decision 41). */
export function nameSpellingRoutes({ authentication, personalData, vault }: Needs): Routes {
  const routes = signetRoutes();

  routes.get(path, async (c) => {
    const held = await heldBy(c);
    if (!held) return seeOther(c, sections.data);
    const proven = provenParts(held.identity);
    return answerPage(c, <NameSpellingPage frame={frameOf(c)} name={proven} proven={proven} />);
  });

  routes.post(path, async (c) => {
    const held = await heldBy(c);
    if (!held) return seeOther(c, sections.data);
    const fields = formFields(c, ...nameParts);
    const typed = provenParts(held.identity, fields);
    const respelled = await personalData.respell(held.key, typed);
    if (respelled === undefined || respelled.ok) return seeOther(c, `${sections.data}?spelled=yes`);
    const proven = provenParts(held.identity);
    const page = (
      <NameSpellingPage frame={frameOf(c)} name={typed} proven={proven} problems={respelled.error} />
    );
    return answerPage(c, page, 422);
  });

  /** Undefined where this session cannot open the vault, or nothing was proven: the page of the data says so. */
  async function heldBy(
    c: WebContext,
  ): Promise<{ readonly key: VaultKey; readonly identity: Identity } | undefined> {
    const key = await authentication.session.openVault(ownerOf(c).presence);
    const identity = key && (await vault.read(key, 'identity'));
    return key && identity && { key, identity };
  }

  return routes;
}

/** The parts that were proven, as they are kept or, where something was typed, as it was. */
const provenParts = (identity: Identity, typed?: TypedName): TypedName =>
  Object.fromEntries(
    nameParts.flatMap((part) => (identity[part] ? [[part, (typed ?? identity)[part] ?? '']] : [])),
  );
