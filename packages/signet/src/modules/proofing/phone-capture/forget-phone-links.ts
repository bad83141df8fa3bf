import { hours } from '../../../kernel/index.ts';
import type { PhoneLinkStore } from './ports.ts';

/** A link that is over says so for as long as somebody may still hold a phone that came with it. */
const tellFor = hours(24);

export const forgetPhoneLinks = (links: Pick<PhoneLinkStore, 'removeBefore'>, now: Date): Promise<void> =>
  links.removeBefore(new Date(now.getTime() - tellFor));
