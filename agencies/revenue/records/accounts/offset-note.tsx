import { formatMoney, type Lang, words } from '../../locales/index.ts';
import type { Refund } from './account.ts';

/** How much of a refund went to another debt, what is left of it, and who can say more. */
export function OffsetNote({ lang, refund }: { readonly lang: Lang; readonly refund: Refund }) {
  const { offset, amount, sentOn } = refund;
  if (!offset) return null;
  const say = words(lang).overview.offset;
  const rest = formatMoney(lang, amount - offset.amount);
  return (
    <div class="notice">
      <h3>{say.title}</h3>
      <p>
        {say.text(formatMoney(lang, offset.amount), say.debts[offset.debt])}{' '}
        {sentOn ? say.rest.sent(rest) : say.rest.ahead(rest)}
      </p>
      <p>{offset.debt === 'another-year' ? say.askUs : say.ask(say.offices[offset.debt])}</p>
    </div>
  );
}
