import { AppError, assertNever } from '../../../kernel/index.ts';
import { qrPicture } from '../../ui/index.ts';
import type { StepPage } from '../step/index.ts';
import { NeedsPersonPage, PendingRecordsPage, TryAgainPage } from './decision-pages.tsx';
import { RefusedPage } from './refused-page.tsx';
import { VerifiedPage } from './verified-page.tsx';

export const decisionStep: StepPage = {
  section: 'send',
  async draw(at) {
    const { decision } = at.view;
    if (!decision) throw new AppError('no-decision', { message: 'a case at its decision without one' });
    switch (decision.outcome) {
      case 'verified':
        return <VerifiedPage at={at} />;
      case 'try-again':
        return <TryAgainPage at={at} decision={decision} />;
      case 'needs-person':
        return <NeedsPersonPage at={at} decision={decision} picture={await qrPicture(decision.reference)} />;
      case 'pending-records':
        return <PendingRecordsPage at={at} />;
      case 'refused':
        return <RefusedPage at={at} reasons={decision.reasons} />;
      default:
        return assertNever(decision);
    }
  },
};
