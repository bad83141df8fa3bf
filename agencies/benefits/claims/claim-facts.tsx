import { Facts, type Frame } from '@signet/agencies-ui/pages';
import { formatDay, words } from '../locales/index.ts';
import type { ClaimContents } from './claim.ts';

/** What a claim says, before it is filed and after. */
export function ClaimFacts(props: {
  readonly frame: Frame;
  readonly claim: Omit<ClaimContents, 'outcome'>;
  readonly number?: string;
}) {
  const { frame, claim, number } = props;
  const { claims, benefits } = words(frame.lang);
  const { check } = claims;
  const day = (text: string) => formatDay(frame.lang, text);
  return (
    <Facts
      facts={[
        ...(number === undefined ? [] : [{ name: claims.number, value: number }]),
        { name: check.benefit, value: benefits[claim.benefit].title },
        { name: check.name, value: `${claim.givenName} ${claim.familyName}` },
        { name: check.birthDate, value: day(claim.birthDate) },
        { name: check.service, value: check.fromTo(day(claim.service.began), day(claim.service.ended)) },
        { name: check.contact, value: claims.contact[claim.contact].label },
      ]}
    />
  );
}
