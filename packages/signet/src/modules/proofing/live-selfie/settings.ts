import { minutes } from '../../../kernel/index.ts';

/** How a live picture is taken. */
export const liveSelfieDefaults = {
  /** Of four, in an order that is drawn: 24 ways. More would tire people, fewer are sooner guessed. */
  movementsAsked: 3,
  /** One alone, chosen by leaving out the others, is what a picture with a hole for a mouth does. */
  fewestMovements: 2,
  /** Longer than anybody needs, also with a slow network: a try that lies open for longer begins anew, and costs nothing. */
  liveSelfieLasts: minutes(15),
};
export type LiveSelfieSettings = Readonly<typeof liveSelfieDefaults>;
