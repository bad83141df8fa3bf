import { AppError } from '../../../kernel/index.ts';
import type { Parts } from '../parts.ts';
import type { ContactChanges } from './contact-changes.ts';

/** What a notice about an address was told of, as its "this was not me" names it. */
export type EmailChange = 'added' | 'removed' | 'primary';

/** `id`: of the address that was added or removed; of the one that was primary before. */
export const emailChange = (change: EmailChange, id: string): string => `${change}:${id}`;

const shape = /^(added|removed|primary):([0-9a-f-]{36})$/;

export const undoEmailChange =
  ({ accounts: { addresses } }: Pick<Parts, 'accounts'>): ContactChanges['undoEmailChange'] =>
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
