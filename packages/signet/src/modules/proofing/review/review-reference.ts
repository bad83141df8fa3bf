import { inFours, newCrockford } from '../../../kernel/index.ts';

/** What a person reads to an agent, such as SGN-7K3M-2QXD: 40 random bits, and no secret. */
export const newReviewReference = (): string => `SGN-${inFours(newCrockford(8))}`;
