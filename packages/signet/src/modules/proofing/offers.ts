import { days } from '../../kernel/index.ts';
import { type DocumentKind, evidenceKinds } from '../evidence/index.ts';
import { type Deployment, levelOf } from './identity/index.ts';
import type { Offers } from './paths/index.ts';
import type { Notices } from './ports.ts';
import type { ProofingSettings } from './settings.ts';

export const deploymentOf = ({ measured, profile }: ProofingSettings): Deployment => ({
  measured,
  sandbox: profile === 'sandbox',
});

export const codesByMail =
  (notices: Pick<Notices, 'mailLetter'>) =>
  (document: DocumentKind | undefined): boolean =>
    notices.mailLetter !== undefined && document !== undefined && evidenceKinds[document].statesAddress;

/** What this deployment can do for somebody who plans. */
export const offersOf = (notices: Notices, settings: ProofingSettings): Offers => ({
  mailsCodes: codesByMail(notices),
  levelOf: (facts) => levelOf(deploymentOf(settings), facts),
  personDays: settings.keepEvidenceForReview / days(1),
  letterDays: settings.mailedCodeLifetime / days(1),
});
