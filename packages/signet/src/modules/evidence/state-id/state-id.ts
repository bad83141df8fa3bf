import { aamvaCard } from '../aamva-card/index.ts';
import type { DocumentDefinition } from '../kind/index.ts';

/** An identification card of a state or province: for those who do not drive, or do not carry their license. */
export const stateId = { ...aamvaCard, ratedAs: 'state-id' } as const satisfies DocumentDefinition;
