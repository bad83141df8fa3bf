import type { Agencies } from '../../../modules/agencies/index.ts';
import { words } from '../../locales/index.ts';
import type { PendingRequest } from '../../request/index.ts';
import { AgencyContact, type PageFrame, places } from '../../ui/index.ts';

export interface AskAgencyProps {
  readonly frame: PageFrame;
  readonly agencies: Pick<Agencies, 'find'>;
  /** The agency that the person is on the way to, if they are. */
  readonly request: Pick<PendingRequest, 'agency'> | undefined;
  readonly heading?: string;
  readonly body?: string;
}

/**
 * "Ask the agency", with where it is reached: nobody is sent to look for a number (finding P6). Somebody who came by no agency
 * finds all of them one press away.
 */
export function AskAgency({ frame, agencies, request, heading, body }: AskAgencyProps) {
  const { agency: say } = words(frame.lang).proofing.otherWays;
  const agency = request && agencies.find(request.agency);
  return (
    <>
      <h2>{heading ?? (agency ? say.headingFor(agency.nameInSentence[frame.lang]) : say.heading)}</h2>
      <p>{body ?? say.body}</p>
      {agency ? (
        <AgencyContact lang={frame.lang} help={agency.help} />
      ) : (
        <p>
          <a href={places.agencies}>{words(frame.lang).common.contact.all}</a>
        </p>
      )}
    </>
  );
}
