import type { SeenFrom } from '../../modules/proofing/index.ts';
import { isHandheld } from '../../modules/risk/index.ts';
import type { WebContext } from './visit.ts';

/** What a journey that begins here is counted by (A25). */
export const seenFrom = ({ var: { visit } }: WebContext): SeenFrom => ({
  language: visit.lang,
  device: isHandheld(visit.circumstances) ? 'phone' : 'desk',
});
