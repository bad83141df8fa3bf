import { aamvaCard } from '../aamva-card/index.ts';
import type { DocumentDefinition } from '../kind/index.ts';

/** A driver's license, of the United States or Canada. */
export const license = { ...aamvaCard, ratedAs: 'drivers-license' } as const satisfies DocumentDefinition;
