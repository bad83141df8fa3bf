import type { PhoneLinkView } from '../../../modules/proofing/index.ts';

/** What is awaited of the phone now, as the page lists it. */
export function stageOf({ standing }: PhoneLinkView): string {
  if (standing.is === 'joined') return standing.role;
  return standing.is === 'opened' ? 'words' : 'link';
}
