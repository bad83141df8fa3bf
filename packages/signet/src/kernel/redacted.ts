import { inspect } from 'node:util';

/**
 * A value that must not reach a log, an error or a row by accident: printing, JSON and inspection all say
 * "[redacted]"; only `reveal()` gives it, so every use is one that a reader can search for.
 */
export class Redacted<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [inspect.custom](): string {
    return '[redacted]';
  }
}
