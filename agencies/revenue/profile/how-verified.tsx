import { formatDay, type Lang, words } from '../locales/index.ts';
import type { SignetStatement } from '../sign-in/index.ts';

/** What the person showed to Signet, and how Signet made sure of each piece (P7). */
export function HowVerified({ lang, told }: { readonly lang: Lang; readonly told: SignetStatement }) {
  const { profile: say } = words(lang);
  const { provenAt, evidence, email, emailVerified } = told;
  const what = told.address ? say.verifiedDetails.withAddress : say.verifiedDetails.withoutAddress;
  return (
    <>
      <h2>{say.verifiedTitle}</h2>
      <p>
        {provenAt ? say.verified(what, formatDay(lang, provenAt.slice(0, 10))) : say.verifiedSometime(what)}
      </p>
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
                  return <li>{at ? say.check(what, formatDay(lang, at.slice(0, 10))) : what}</li>;
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
