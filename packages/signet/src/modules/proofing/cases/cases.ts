import type { CaseId, PersonId, Result, Tx } from '../../../kernel/index.ts';
import type { Actor } from '../../audit/index.ts';
import type { Photo } from '../../evidence/index.ts';
import type { Decision, LiveSelfie, PhotoRole, ReasonCode } from '../flow/index.ts';
import type { CaseRow, LiveCase, StoredCase } from './case.ts';
import { keepImage, photoOf, pictureOf } from './case-images.ts';
import type { CaseView, NotNow } from './case-view.ts';
import { type ChangeNeeds, changeCase, saveCase, writeCase } from './change-case.ts';
import {
  type CloseReview,
  concludeRefused,
  decided,
  type EndNeeds,
  ended,
  type TellNeeds,
  tell,
  tellOwner,
  withoutClaim,
} from './end-case.ts';
import type { CaseStore, ImageStore, ProofingNotice } from './ports.ts';
import { type ActDetails, type ProofingAct, recordAct } from './record-act.ts';

/** The case files: what other rooms may do with a case, without its stores. */
export interface Cases {
  latest(person: PersonId, tx?: Tx): Promise<StoredCase | undefined>;
  byId(id: CaseId): Promise<StoredCase | undefined>;
  /** Changes the person's open case; `not-now` where there is none. See `changeCase`. */
  change<E>(
    person: PersonId,
    apply: (open: LiveCase, now: Date) => Result<LiveCase, E>,
    also?: (tx: Tx, changed: LiveCase) => Promise<void>,
  ): Promise<Result<CaseView, E | NotNow>>;
  /** False, and nothing is written, when somebody was faster. See `saveCase`. */
  save(
    before: StoredCase,
    change: StoredCase | ((tx: Tx) => Promise<StoredCase>),
    also?: (tx: Tx, changed: StoredCase) => Promise<void>,
  ): Promise<boolean>;
  /** When cases were begun since then to get this account back, oldest first; of two asked at once, the second waits. */
  startedFor(tx: Tx, account: PersonId, since: Date): Promise<readonly Date[]>;
  /** The account is given back on the strength of this case: once, so that of two requests the second gets false. */
  claim(tx: Tx, of: StoredCase): Promise<boolean>;
  keepPhoto(tx: Tx, of: LiveCase, id: string, photo: Photo): Promise<void>;
  photo(of: LiveCase, role: PhotoRole): Promise<Photo | undefined>;
  /** A frame of the live picture, while it is kept. */
  frame(of: LiveCase, frame: LiveSelfie['frames'][number]): Promise<Photo | undefined>;
  /** A17: pictures that nothing needs any more. Their findings stand. */
  forgetPictures(tx: Tx, of: LiveCase): Promise<void>;
  /** What a case becomes when it goes on with a decision, and when it ends with one. */
  decided(of: LiveCase, decision: Decision): LiveCase;
  ended(of: StoredCase, decision: Decision): StoredCase;
  refuse(of: StoredCase, reasons: readonly ReasonCode[]): Promise<boolean>;
  record(
    tx: Tx,
    of: Pick<CaseRow, 'person' | 'account' | 'id'>,
    action: ProofingAct,
    details?: ActDetails,
    actor?: Actor,
  ): Promise<void>;
  /** The audit entry of a decision, and a message where nobody waits at the screen. */
  tell(tx: Tx, before: StoredCase, decision: Decision, notice?: ProofingNotice): Promise<void>;
  tellOwner(tx: Tx, of: CaseRow, notice: ProofingNotice): Promise<void>;
  closeReview: CloseReview;
}

export interface CasesNeeds extends ChangeNeeds, EndNeeds, TellNeeds {
  readonly store: Pick<CaseStore, 'latest' | 'byId' | 'save' | 'startedFor'>;
  readonly images: ImageStore;
  readonly closeReview: CloseReview;
}

export const createCases = (needs: CasesNeeds): Cases => ({
  latest: (person, tx) => needs.store.latest(person, tx),
  byId: (id) => needs.store.byId(id),
  change: (person, apply, also) => changeCase(needs, person, apply, also),
  save: (before, change, also) => saveCase(needs, before, change, also),
  startedFor: (tx, account, since) => needs.store.startedFor(tx, account, since),
  claim: async (tx, of) => (await writeCase(needs, tx, of, withoutClaim(of))) !== undefined,
  keepPhoto: (tx, of, id, photo) => keepImage(needs.images, tx, of, id, photo),
  photo: (of, role) => photoOf(needs.images, of, role),
  frame: (of, frame) => pictureOf(needs.images, of, frame),
  forgetPictures: (tx, { person, id }) => needs.images.deleteAll(tx, { person, caseId: id }),
  decided: (of, decision) => decided(needs, of, decision),
  ended: (of, decision) => ended(needs, of, decision),
  refuse: (of, reasons) => concludeRefused(needs, of, reasons),
  record: (tx, of, action, details, actor) => recordAct(needs, tx, of, action, details, actor),
  tell: (tx, before, decision, notice) => tell(needs, tx, before, decision, notice),
  tellOwner: (tx, of, notice) => tellOwner(needs.notices, tx, of, notice),
  closeReview: needs.closeReview,
});
