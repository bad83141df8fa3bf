import { minutes } from '../../../kernel/index.ts';

/** How a live picture is taken. */
export const liveSelfieDefaults = {
  /** Of four, in an order that is drawn: 24 ways. More would tire people, fewer are sooner guessed. */
  movementsAsked: 3,
  /** Whoever left out two chose the two that a bent print shows: so one may be left out. */
  fewestMovements: 3,
  /** Longer than anybody needs, also with a slow network: a try that lies open for longer begins anew, and costs nothing. */
  liveSelfieLasts: minutes(15),
};
export type LiveSelfieSettings = Readonly<typeof liveSelfieDefaults>;
