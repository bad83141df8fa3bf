import { routeTable } from '../../../packages/signet/src/web/routes/index.ts';

/** Every address of Signet that takes a form, a photo or JSON, from the table that they are served by. */
export const postedPaths = (): readonly string[] =>
  Object.keys(routeTable)
    .filter((key) => key.startsWith('POST '))
    .map((key) => key.slice('POST '.length).replaceAll(/:\w+/g, 'front'));
