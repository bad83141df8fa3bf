import { AppError } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { Email } from './email.ts';

/** What a notice about an address told of, as its "this was not me" names it. */
export type AddressChange = 'added' | 'removed' | 'primary';

/** `id`: of the address that was added or removed; of the one that was primary before. */
export const addressChange = (change: AddressChange, id: string): string => `${change}:${id}`;

const shape = /^(added|removed|primary):([0-9a-f-]{36})$/;

export const undoAddressChange =
  ({ accounts: { addresses } }: { readonly accounts: Pick<Accounts, 'addresses'> }): Email['undoChange'] =>
  async (tx, person, about) => {
    const [, change, id = ''] = shape.exec(about) ?? [];
    switch (change) {
      case 'added':
        return addresses.disown(tx, person, id);
      case 'removed':
        return addresses.restore(tx, person, id);
      case 'primary':
        await addresses.restore(tx, person, id); // where it was removed since
        return (await addresses.makePrimary(tx, person, id)) !== undefined;
      default:
        throw new AppError('no-such-change');
    }
  };
