import type { Place } from './place.ts';

/** Somebody was at a place at a time. */
export interface Seen {
  readonly place: Place;
  readonly at: Date;
}

/** Faster than any airliner flies, with the way to the airport: nobody travels so. */
const fastestKmPerHour = 1000;

/** Data on places errs by this much beside the radius that it states: networks move, and a carrier's exit is far away. */
const alwaysUncertainKm = 100;

/** Kilometers between two places at the least, given how sure each is; undefined where one is not known so well. */
export function distanceAtLeast(from: Place, to: Place): number | undefined {
  if (!from.at || !to.at) return undefined;
  const uncertain = from.at.radiusKm + to.at.radiusKm + alwaysUncertainKm;
  return Math.max(0, greatCircleKm(from.at, to.at) - uncertain);
}

/**
 * Whether nobody can have come from one place to the other in the time between. Not so where either hides its user
 * (a VPN was turned on: the person did not move), nor where their places are not known well enough.
 */
export function isImpossible(before: Seen, now: Seen): boolean {
  if (before.place.anonymizer || now.place.anonymizer) return false;
  const distance = distanceAtLeast(before.place, now.place) ?? 0;
  const hours = Math.max(0, now.at.getTime() - before.at.getTime()) / 3_600_000;
  return distance > hours * fastestKmPerHour;
}

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Haversine formula, on a sphere: right to half a percent. */
function greatCircleKm(from: NonNullable<Place['at']>, to: NonNullable<Place['at']>): number {
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const h =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, h)));
}
