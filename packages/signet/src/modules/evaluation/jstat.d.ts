/** What is used of the library, which brings no types. */
declare module 'jstat' {
  export const jStat: {
    readonly beta: {
      /** The value below which a share of `probability` of the beta distribution lies. */
      inv(probability: number, alpha: number, beta: number): number;
    };
  };
}
