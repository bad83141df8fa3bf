import { type AttributeName, attributes, type HeldNow, type Shown } from '../../agencies/index.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';

/** One attribute on the consent page and the value that would be given, to be shown masked (C4). */
export interface ItemPreview {
  readonly item: AttributeName;
  readonly optional: boolean;
  /** Undefined where Signet has no such value. */
  readonly shown: Shown | undefined;
}

/** What the consent page shows: each attribute asked for, in the order of the agreement. */
export const previewOf = (
  { items, agency }: Pick<AuthorizationRequest, 'items' | 'agency'>,
  held: HeldNow,
): readonly ItemPreview[] =>
  items.map((item) => ({
    item,
    optional: agency.optional.includes(item),
    shown: attributes[item].shown(held),
  }));
