import { formatMoment, type Lang, words } from '../locales/index.ts';
import type { Access } from '../records/access/access-log.ts';

interface LooksProps {
  readonly lang: Lang;
  readonly looks: readonly Access[];
  readonly timeZone: string;
}

/** Each look at the person's records in words: by whom, when and why. */
export function Looks({ lang, looks, timeZone }: LooksProps) {
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
            <span class="small">{detailsOf(lang, look, timeZone)}</span>
          </li>
        ))}
      </ul>
      {looks.length > 0 ? <p>{say.notYou}</p> : null}
    </>
  );
}

function detailsOf(lang: Lang, { at, taxYear, reason }: Access, timeZone: string): string {
  const { profile: say } = words(lang);
  return [
    formatMoment(lang, at, timeZone),
    ...(taxYear === undefined ? [] : [say.lookYear(taxYear)]),
    ...(reason === undefined ? [] : [say.reason(say.reasons[reason] ?? say.otherReason)]),
  ].join(' · ');
}
