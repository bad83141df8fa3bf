/** What is used of the library, which brings no types. Complex numbers lie as pairs in one array. */
declare module 'fft.js' {
  export default class FFT {
    constructor(size: number);
    transform(out: Float64Array, from: Float64Array): void;
  }
}
