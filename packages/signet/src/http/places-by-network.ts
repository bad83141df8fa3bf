/** Shares out what there is so much of, so that whoever takes from few networks keeps nobody else out. */
export interface PlacesByNetwork {
  /** True where a network may not take `by` more: it has half of all, and the last quarter is for those that have none. */
  isFullFor(network: string, by?: number): boolean;
  /** Takes, or gives back with a number below zero. */
  change(network: string, by: number): void;
}

/** `most` places in all. One network has `fewest` of them, however few there are. */
export function placesByNetwork(most: number, fewest = 0): PlacesByNetwork {
  const mostOfOne = Math.max(Math.min(most, fewest), Math.ceil(most / 2));
  const mostOfSeveral = most - Math.floor(most / 4);
  const from = new Map<string, number>();
  let all = 0;
  return {
    isFullFor(network, by = 1) {
      const own = from.get(network) ?? 0;
      return own + by > mostOfOne || all + by > (own > 0 ? mostOfSeveral : most);
    },
    change(network, by) {
      all += by;
      const left = (from.get(network) ?? 0) + by;
      if (left > 0) from.set(network, left);
      else from.delete(network);
    },
  };
}
