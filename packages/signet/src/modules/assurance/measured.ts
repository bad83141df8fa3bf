import { met, type Reason, unmet } from './reason.ts';

/** Where the proofing took place and whether an agent attended it (SP 800-63A-4 section 2.1.3). */
export type Setting = 'remote-unattended' | 'remote-attended' | 'onsite-unattended' | 'onsite-attended';

/** The algorithms of which a signed report shows error rates that meet A15 (face), A16 (liveness), A18 (document). */
export interface MeasuredAlgorithms {
  readonly face: boolean;
  readonly liveness: boolean;
  readonly document: boolean;
}

export const nothingMeasured: MeasuredAlgorithms = { face: false, liveness: false, document: false };

/** What decides an automated check. Error rates hold for just this, so that a report of them names it (A15, A16, A18). */
export interface Algorithm {
  /** Of each model its sha256, in hex. */
  readonly models: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Automation {
  readonly setting: Setting;
  readonly measured: MeasuredAlgorithms;
  /** In the sandbox, where nothing is real, unmeasured algorithms count so that everything can be tried. */
  readonly sandbox: boolean;
}

/**
 * Whether an automated face comparison counts: a deployment cannot claim what nobody measured (A15). Away from an
 * agent's eyes it also needs a measured defense against prints, screens and masks (A16).
 */
export function faceCounts({ setting, measured, sandbox }: Automation): Reason {
  if (sandbox) return met('A15', 'face-in-sandbox');
  if (!measured.face) return unmet('A15', 'face-error-rates-not-filed');
  if (setting !== 'onsite-attended' && !measured.liveness)
    return unmet('A16', 'liveness-error-rates-not-filed');
  return met('A15', 'face-error-rates-filed');
}

/** Whether an automated check of a document counts (A18). */
export function documentCheckCounts({ measured, sandbox }: Automation): Reason {
  if (sandbox) return met('A18', 'document-check-in-sandbox');
  return measured.document
    ? met('A18', 'document-error-rates-filed')
    : unmet('A18', 'document-error-rates-not-filed');
}
