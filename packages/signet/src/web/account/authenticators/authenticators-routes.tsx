import { frameOf, ownerOf } from '../../request/index.ts';
import { type Routes, signetRoutes } from '../../routes/index.ts';
import { answerPage } from '../../ui/index.ts';
import { sections } from '../layout/index.ts';
import type { AccountNeeds } from '../needs.ts';
import { AuthenticatorsPage, type Done } from './authenticators-page.tsx';

const done: readonly Done[] = ['password', 'passkey', 'name', 'app', 'phone', 'removed', 'removed-already'];

export function authenticatorsRoutes({ authentication }: Pick<AccountNeeds, 'authentication'>): Routes {
  const routes = signetRoutes();

  routes.get(sections.ways, async (c) => {
    const { person } = ownerOf(c);
    const [authenticators, passkeys, signals] = await Promise.all([
      authentication.authenticators.of(person),
      authentication.passkey.list(person),
      authentication.passkey.signals(person),
    ]);
    const page = (
      <AuthenticatorsPage
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
