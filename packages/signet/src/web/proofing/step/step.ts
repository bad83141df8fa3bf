import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PersonId } from '../../../kernel/index.ts';
import { wideNetworkOf } from '../../../modules/authentication/index.ts';
import { type CaseView, type StepName, stuckAt } from '../../../modules/proofing/index.ts';
import type { Words } from '../../locales/index.ts';
import {
  currentRequest,
  frameOf,
  type PendingRequest,
  type postedForm,
  requestAhead,
  type WebContext,
} from '../../request/index.ts';
import type { PageFrame } from '../../ui/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { personOf } from '../subject.ts';

/** One person at one step of their case. */
export interface StepVisit {
  readonly needs: ProofingPagesNeeds;
  readonly frame: PageFrame;
  readonly person: PersonId;
  /** Where it comes from, as such are counted. */
  readonly network: string;
  readonly view: CaseView;
  readonly step: StepName;
  /** What stands after `?` in the address. */
  readonly query: Readonly<Record<string, string>>;
  /** The agency's request that waits for this proofing, if one does. */
  readonly request: PendingRequest | undefined;
  /** The same, or one that this browser left and that still waits. */
  readonly ahead: PendingRequest | undefined;
}

export const visitOf = (
  c: WebContext,
  needs: ProofingPagesNeeds,
  view: CaseView,
  step: StepName,
): StepVisit => ({
  needs,
  frame: frameOf(c),
  person: personOf(c),
  network: wideNetworkOf(c.var.visit.source),
  view,
  step,
  query: c.req.query(),
  request: currentRequest(c),
  ahead: requestAhead(c),
});

/**
 * What comes of a posted answer: `on` to wherever the case now stands (also when the answer came too late: another
 * tab, a second click), to another page, or the page again with what is wrong.
 */
export type Taken =
  | 'on'
  | { readonly to: string }
  | { readonly again: JSX.Element; readonly status: 422 | 429 };

/** One step's page. Steps that ask nothing have no `take`. */
export interface StepPage {
  /** Where in the step indicator it stands. */
  readonly section: keyof Words['proofing']['sections'];
  readonly draw: (at: StepVisit) => JSX.Element | Promise<JSX.Element>;
  readonly take?: (at: StepVisit, posted: ReturnType<typeof postedForm>) => Promise<Taken>;
}

/** What helps somebody who cannot do this step. */
export const otherWayFor = (step: keyof typeof stuckAt): string => `/verify/other-ways/${stuckAt[step]}`;

export const pathOf = (step: StepName): string => `/verify/${step}`;
