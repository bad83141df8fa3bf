import type { Frame } from '@signet/agencies-ui/pages';
import { formatDay, type Lang, words } from '../locales/index.ts';
import type { Standing } from './rules.ts';

export interface Shown {
  /** The number of the claim that stands for it. */
  readonly claimed: string | undefined;
}

/** Each benefit, whether it may be claimed, and every reason why or why not. */
export function BenefitTiles(props: {
  readonly frame: Frame;
  readonly standings: readonly (Standing & Shown)[];
}) {
  const { lang } = props.frame;
  const { benefits, eligibility } = words(lang);
  return (
    <ul class="tiles">
      {props.standings.map(({ benefit, may, conditions, claimed }) => (
        <li class={may ? 'tile tile-open' : 'tile'}>
          <h3>{benefits[benefit].title}</h3>
          <p>{benefits[benefit].text}</p>
          <p class="when">{sayStanding(lang, { may, claimed })}</p>
          <ul class="reasons">
            {conditions.map((condition) => (
              <li class={condition.met ? 'reason' : 'reason reason-unmet'}>
                {eligibility.reason(condition, (day) => formatDay(lang, day))}
              </li>
            ))}
          </ul>
          {claimed ? (
            <p class="action">
              <a href={`/claims/${claimed}`}>
                {eligibility.see}
                <span class="unseen">: {benefits[benefit].title}</span>
              </a>
            </p>
          ) : null}
          {may && !claimed ? (
            <p class="action">
              <a class="button" href={`/claims/new/${benefit}`}>
                {eligibility.claim}
                <span class="unseen"> {benefits[benefit].title}</span>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function sayStanding(lang: Lang, { may, claimed }: Pick<Standing, 'may'> & Shown): string {
  const { eligibility } = words(lang);
  if (claimed) return eligibility.claimed;
  return may ? eligibility.may : eligibility.mayNot;
}
