import { type PlaceOf, placesUnknown } from './place.ts';
import { madeUpPlaces } from './providers/made-up-places.ts';
import { mmdbPlaces } from './providers/mmdb-places.ts';

export { deviceOf, deviceSchema, isHandheld, type SelfDescription } from './device.ts';
export {
  judgeMove,
  judgeSignIn,
  type RiskSignal,
  riskSignals,
  signalDetails,
} from './judge-sign-in.ts';
export { type Place, type PlaceOf, placeSchema, placesUnknown } from './place.ts';
export type { Seen } from './travel.ts';

/** Places from the operator's file; in the sandbox without one, made-up ones; else none, and nothing needs them. */
export async function openPlaces(from: { file?: string | undefined; sandbox: boolean }): Promise<PlaceOf> {
  if (from.file) return mmdbPlaces(from.file);
  return from.sandbox ? madeUpPlaces() : placesUnknown;
}
