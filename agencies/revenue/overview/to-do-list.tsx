import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { ToDo } from './what-needs-doing.ts';

interface Way {
  readonly href: string;
  readonly text: string;
}

/** What waits for the person, with the way to do it; nothing at all when nothing does. */
export function ToDoList({ lang, toDo }: { readonly lang: Lang; readonly toDo: readonly ToDo[] }) {
  if (toDo.length === 0) return null;
  return (
    <section class="to-do" aria-labelledby="to-do">
      <h2 id="to-do">{words(lang).overview.toDoTitle}</h2>
      <ul>
        {toDo.map((one) => {
          const { text, note, ways } = say(lang, one);
          return (
            <li>
              <strong>{text}</strong>
              {note ? <span class="small">{note}</span> : null}
              <span class="to-do-ways">
                {ways.map((way) => (
                  <a href={way.href}>{way.text}</a>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function say(
  lang: Lang,
  toDo: ToDo,
): { readonly text: string; readonly note?: string; readonly ways: readonly Way[] } {
  const { overview, letters } = words(lang);
  const { toDo: doing } = overview;
  switch (toDo.kind) {
    case 'notice': {
      const { letter, dueOn } = toDo;
      return {
        text: letters.kinds[letter.kind].title,
        ...(dueOn && { note: doing.noticeDue(formatDay(lang, dueOn)) }),
        ways: [{ href: `/letters/${letter.id}`, text: doing.readNotice }],
      };
    }
    case 'new-notices':
      return { text: doing.newNotices(toDo.count), ways: [{ href: '/letters', text: doing.readThem }] };
    case 'balance':
      return {
        text: doing.balance(formatMoney(lang, toDo.owed), toDo.taxYear),
        ...(toDo.dueOn && { note: doing.noticeDue(formatDay(lang, toDo.dueOn)) }),
        ways: [
          { href: '/payments/new', text: doing.pay },
          { href: '/plans/new', text: doing.plan },
          ...(toDo.letter ? [{ href: `/letters/${toDo.letter.id}`, text: doing.readNotice }] : []),
        ],
      };
    case 'rejected-return':
      return {
        text: doing.rejected(toDo.taxYear),
        ways: [{ href: '/filings', text: doing.seeWhy }],
      };
    case 'returned-payment':
      return {
        text: doing.returned(formatMoney(lang, toDo.payment.amount), toDo.payment.taxYear),
        ways: [{ href: `/payments/${toDo.payment.id}`, text: doing.seePayment }],
      };
  }
}
