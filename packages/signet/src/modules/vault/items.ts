import { AppError, type KeptFormat, keptFormat } from '../../kernel/index.ts';
import { type Identity, identity } from './identity.ts';

/** Everything that is sealed in a vault, by kind. */
export interface Items {
  readonly identity: Identity;
}

export type ItemKind = keyof Items;

export type ItemFormats = { readonly [Kind in ItemKind]: KeptFormat<Items[Kind]> };

/**
 * How each kind is written down. An item stays as it was sealed for as long as the account, so that every change of a
 * schema adds a migration here, from what the release before wrote.
 */
export const itemFormats: ItemFormats = {
  identity: keptFormat<Identity>('an identity', identity, []),
};

/** Refuses what could not be read again. */
export function writeItem<T>(format: KeptFormat<T>, item: T): Buffer {
  const written = Buffer.from(JSON.stringify(format.write(item)));
  readItem(format, written);
  return written;
}

export function readItem<T>(format: KeptFormat<T>, written: Buffer): T {
  try {
    return format.read(JSON.parse(written.toString('utf8')));
  } catch (error) {
    if (error instanceof AppError && error.code === 'kept-by-a-newer-release') throw error;
    throw new AppError('vault-item-malformed'); // without its cause: that might quote what is in it
  }
}
