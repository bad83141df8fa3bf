import { formatMoment, type Lang, words } from '../locales/index.ts';
import type { Access } from '../records/access/access-log.ts';

/** Each look at the person's records in words: by whom, when and why. */
export function Looks({ lang, looks }: { readonly lang: Lang; readonly looks: readonly Access[] }) {
  const { profile: say } = words(lang);
  return (
    <>
      <h2>{say.looksTitle}</h2>
      <p>{say.looksLead}</p>
      {looks.length === 0 ? <p>{say.noLooks}</p> : null}
      <ul class="entries">
        {looks.map((look) => (
          <li class="entry">
            <span>
              {say.look(look.by === 'person' ? say.you : say.staff(look.staff ?? ''), say.acts[look.act])}
            </span>
            <span class="small">{detailsOf(lang, look)}</span>
          </li>
        ))}
      </ul>
      {looks.length > 0 ? <p>{say.notYou}</p> : null}
    </>
  );
}

function detailsOf(lang: Lang, { at, taxYear, reason }: Access): string {
  const { profile: say } = words(lang);
  return [
    formatMoment(lang, at),
    ...(taxYear === undefined ? [] : [say.lookYear(taxYear)]),
    ...(reason === undefined ? [] : [say.reason(say.reasons[reason] ?? say.otherReason)]),
  ].join(' · ');
}
