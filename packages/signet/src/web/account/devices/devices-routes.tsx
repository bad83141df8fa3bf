import { frameOf, ownerOf, postedForm, seeOther, type WebContext } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { DevicesPage } from './devices-page.tsx';

/** Where a person is signed in, and the end of it, at agencies as well. */
export function devicesRoutes({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes {
  const routes = signetRoutes();

  routes.get(sections.devices, async (c) => {
    const { presence } = ownerOf(c);
    const sessions = await authentication.session.signedInDevices(presence);
    const asked = c.req.query('ended');
    const ended = asked === 'one' || asked === 'others' ? asked : undefined;
    const page = (
      <DevicesPage frame={frameOf(c)} here={presence.session.ref} sessions={sessions} ended={ended} />
    );
    return answerPage(c, page);
  });

  routes.post('/account/devices/sign-out', async (c) => {
    const { session } = postedForm(c);
    return end(c, [String(session)], 'one');
  });

  routes.post('/account/devices/sign-out-others', async (c) => {
    const sessions = await authentication.session.signedInDevices(ownerOf(c).presence);
    const refs = sessions.map(({ ref }) => ref);
    return end(c, refs, 'others');
  });

  async function end(c: WebContext, refs: readonly string[], which: 'one' | 'others'): Promise<Response> {
    const ended = await authentication.session.signOutElsewhere(ownerOf(c).presence, refs);
    return seeOther(c, ended > 0 ? `${sections.devices}?ended=${which}` : sections.devices);
  }

  return routes;
}
