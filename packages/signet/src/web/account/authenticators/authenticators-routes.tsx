import { frameOf } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import type { AccountDeps } from '../deps.ts';
import { sections } from '../layout/sections.ts';
import { ownerOf } from '../owner.ts';
import { type Done, WaysPage } from './authenticators-page.tsx';

const done: readonly Done[] = ['password', 'passkey', 'name', 'app', 'phone', 'removed', 'removed-already'];

export function waysRoutes({ authentication }: Pick<AccountDeps, 'authentication'>): Routes {
  const routes = signetRoutes();

  routes.get(sections.ways, async (c) => {
    const { person } = ownerOf(c);
    const [authenticators, passkeys, signals] = await Promise.all([
      authentication.authenticators.of(person),
      authentication.passkey.list(person),
      authentication.passkey.signals(person),
    ]);
    const page = (
      <WaysPage
        frame={frameOf(c)}
        authenticators={authenticators}
        passkeys={passkeys}
        signals={signals}
        done={done.find((one) => one === c.req.query('done'))}
      />
    );
    return answerPage(c, page);
  });

  return routes;
}
