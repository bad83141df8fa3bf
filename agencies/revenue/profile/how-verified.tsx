import type { Clock } from '@signet/agencies-ui/clock';
import { formatDay, type Lang, words } from '../locales/index.ts';
import type { SignetStatement } from '../sign-in/index.ts';

interface HowVerifiedProps {
  readonly lang: Lang;
  readonly told: SignetStatement;
  readonly clock: Clock;
}

/** What the person showed to Signet, and how Signet made sure of each piece (P7). */
export function HowVerified({ lang, told, clock }: HowVerifiedProps) {
  const { profile: say } = words(lang);
  // Signet says moments; on which day they were is said as of the times on this page.
  const dayOf = (at: string): string => formatDay(lang, clock.dayOf(new Date(at)));
  const { provenAt, evidence, email, emailVerified } = told;
  const what = told.address ? say.verifiedDetails.withAddress : say.verifiedDetails.withoutAddress;
  return (
    <>
      <h2>{say.verifiedTitle}</h2>
      <p>{provenAt ? say.verified(what, dayOf(provenAt)) : say.verifiedSometime(what)}</p>
      {evidence.length === 0 ? <p>{say.noEvidence}</p> : null}
      <ul class="entries">
        {evidence.map(({ kind, issuer, checks }) => {
          const name = say.kinds[kind] ?? say.otherKind;
          return (
            <li class="compare">
              <h3 class="compare-name">{issuer ? say.issuedBy(name, issuer) : name}</h3>
              <ul>
                {checks.map(({ method, at }) => {
                  const what = say.methods[method] ?? say.otherMethod;
                  return <li>{at ? say.check(what, dayOf(at)) : what}</li>;
                })}
              </ul>
            </li>
          );
        })}
      </ul>
      {email && emailVerified ? <p>{say.emailVerified}</p> : null}
    </>
  );
}
