import type { Presence } from '../../../modules/authentication/index.ts';
import type { Identity } from '../../../modules/vault/index.ts';
import type { AccountNeeds } from '../../account/index.ts';
import { sections } from '../../account/layout/index.ts';
import { frameOf, keepPresence, ownerOf, seenFrom, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { identityRows } from './identity-rows.ts';
import { UnmaskedDataPage } from './unmasked-data-page.tsx';
import { VerifiedDataPage } from './verified-data-page.tsx';

type Needs = Pick<AccountNeeds, 'authentication' | 'personalData' | 'proofing' | 'transact' | 'vault'>;

const shown = '/account/data/shown';
const minutesShown = 5;

/** Entry of the session's `pending`: when "Show" was pressed. Without it the address alone shows nothing. */
const pressed = 'account.showData';

/** The person's verified information: masked, and in full only after step-up, for some minutes. */
export function verifiedDataRoutes(needs: Needs): Routes {
  const { authentication, personalData, proofing } = needs;
  const { session: sessions } = authentication;
  const routes = signetRoutes();

  routes.get(sections.data, async (c) => {
    const { person, presence } = ownerOf(c);
    const [proven, identityCheck, identity] = await Promise.all([
      proofing.identityOf(person),
      proofing.currentCase(person),
      identityIn(needs, presence),
    ]);
    const frame = frameOf(c);
    const rows = identity && identityRows(identity, frame.lang, 'masked');
    const kept = c.req.query('kept') === 'yes' && !frame.closing;
    return answerPage(
      c,
      <VerifiedDataPage
        frame={frame}
        proven={proven}
        identityCheck={identityCheck}
        rows={rows}
        kept={kept}
        spelled={c.req.query('spelled') === 'yes'}
      />,
    );
  });

  routes.post('/account/data/show', async (c) => {
    await remember(c, Date.now());
    return seeOther(c, shown);
  });

  routes.post('/account/data/hide', async (c) => {
    await remember(c, undefined);
    return seeOther(c, sections.data);
  });

  routes.get(shown, async (c) => {
    const { person, presence } = ownerOf(c);
    const left = secondsLeft(presence);
    const identity = left > 0 ? await identityIn(needs, presence) : undefined;
    if (!identity) return seeOther(c, sections.data);
    await personalData.noteViewed(person);
    const frame = frameOf(c);
    const rows = identityRows(identity, frame.lang, 'full');
    c.header('refresh', `${left}; url=${sections.data}`); // with and without script: a screen left alone hides it
    return answerPage(c, <UnmaskedDataPage frame={frame} rows={rows} minutes={minutesShown} />);
  });

  /** With a new or corrected document. What was proven stands until that is decided. */
  routes.post('/account/data/prove-again', async (c) => {
    await needs.transact((tx) => proofing.startAgain(tx, ownerOf(c).person, seenFrom(c)));
    return seeOther(c, '/verify');
  });

  async function remember(c: WebContext, at: number | undefined): Promise<void> {
    keepPresence(c, await sessions.setPending(ownerOf(c).presence, { [pressed]: at }));
  }

  return routes;
}

function secondsLeft({ session }: Presence): number {
  const at = session.pending[pressed];
  return typeof at === 'number' ? Math.ceil((at + minutesShown * 60_000 - Date.now()) / 1000) : 0;
}

/** Undefined where this session cannot open the vault, or nothing is in it. */
async function identityIn(
  { authentication, vault }: Pick<Needs, 'authentication' | 'vault'>,
  presence: Presence,
): Promise<Identity | undefined> {
  const key = await authentication.session.openVault(presence);
  return key && vault.read(key, 'identity');
}
