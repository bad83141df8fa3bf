import {
  err,
  newId,
  ok,
  type PersonId,
  Redacted,
  type Result,
} from '../../../packages/signet/src/kernel/index.ts';
import type { DocumentKind } from '../../../packages/signet/src/modules/evidence/index.ts';
import type {
  AddPhotoError,
  CaseView,
  Decision,
  FrameAnswer,
  LiveStep,
  NotNow,
  PhotoNote,
  PhotoRole,
  Progress,
  Proofing,
  ProvenIdentity,
  StepName,
  SubmitError,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import { isPhotoOf, stepsWith } from './document-steps.ts';
import { FakePhoneCapture } from './fake-phone-capture.ts';
import { coded, mailed, NotCalledByPages, plannedWith, type Refusals } from './fake-proofing-parts.ts';

/** One person's case, kept in memory and told by the test what to answer. It checks nothing. */
export class FakeProofing extends NotCalledByPages implements Proofing {
  answers: CaseView['answers'] = { photos: {} };
  started = false;
  /** What is chosen by somebody who stands behind the choice. */
  document: DocumentKind = 'license';
  recovers = false;
  sent = false;
  decision: Decision | undefined;
  proven: ProvenIdentity | undefined;
  jpeg: Buffer = Buffer.alloc(0);
  readonly live = { nonce: '4f0b1f7e-3d0a-4c53-9d6a-2f1f3c5b7a90', seen: 0, of: 4 };
  /** What comes of the next frame. */
  frame: Pick<LiveStep, 'ask'> & Pick<FrameAnswer, 'problem'> = { ask: 'turn-left' };
  running: Progress['stages'][number]['stage'] = 'document';
  /** What the next call of each kind says no with. */
  refuse: Refusals = {};
  mailsLetters = true;
  letter: CaseView['letter'];
  waiting: CaseView['waiting'];
  /** Where cases were sent in from, as such are counted. */
  readonly networks: string[] = [];
  readonly phoneCapture = new FakePhoneCapture(async () => this.#view());
  /** Names of the changing calls, in order. */
  readonly calls: string[] = [];

  /** As if the person had answered everything before `step`. */
  standAt(step: StepName, decision?: Decision): void {
    this.started = true;
    this.answers = { photos: {} };
    this.document = step === 'data-page' ? 'passport' : 'license';
    this.refuse = {};
    this.decision = decision;
    this.sent = step === 'checking';
    this.letter = step === 'letter' ? mailed : undefined;
    this.waiting = undefined;
    const steps = stepsWith(this.answers.document ?? this.document);
    for (const before of steps.slice(0, steps.indexOf(step))) this.#answer(before);
    this.calls.length = 0;
  }

  #answer(step: StepName): void {
    if (step === 'choose') this.answers = { ...this.answers, document: this.document };
    else if (step === 'consent') this.#consent('face-check-6');
    else if (step === 'ssn') this.answers = { ...this.answers, ssnLast4: new Redacted('3417') };
    else if (step === 'phone' || step === 'phone-code') this.#phone(step === 'phone-code');
    else if (isPhotoOf(this.document, step)) this.#note(step, { settled: true });
  }

  #phone(confirmed: boolean): void {
    this.answers = { ...this.answers, phone: { kind: 'number', last4: new Redacted('0101'), confirmed } };
  }

  #consent(version: string): void {
    this.answers = { ...this.answers, consent: { version, at: new Date() } };
  }

  #note(role: PhotoRole, note: Partial<PhotoNote>): void {
    const whole = { settled: false, problems: [], takenAt: new Date(), ...note };
    this.answers = { ...this.answers, photos: { ...this.answers.photos, [role]: whole } };
  }

  #answered(step: StepName): boolean {
    const { document, consent, photos, ssnLast4, phone } = this.answers;
    if (step === 'choose') return document !== undefined;
    if (step === 'consent') return consent !== undefined;
    if (step === 'ssn') return ssnLast4 !== undefined;
    if (step === 'phone') return phone !== undefined;
    if (step === 'phone-code') return phone?.kind === 'none' || phone?.confirmed === true;
    return isPhotoOf(document ?? this.document, step) && photos[step]?.settled === true;
  }

  #view(): CaseView | undefined {
    if (!this.started) return undefined;
    const steps = stepsWith(this.answers.document ?? this.document);
    const firstOpen = steps.find((name) => !this.#answered(name)) ?? 'check-answers';
    const reached = steps.slice(0, steps.indexOf(firstOpen) + 1);
    const open =
      this.sent || this.letter
        ? []
        : reached.filter((name) => name !== 'phone-code' || !this.#answered(name));
    const step = this.decision ? 'decision' : this.letter ? 'letter' : this.sent ? 'checking' : firstOpen;
    return {
      id: newId(),
      required: { ial: 2 },
      step,
      open: [...new Set([...open, step])],
      answers: this.answers,
      ...(this.letter && { letter: this.letter }),
      ...(this.waiting && { waiting: this.waiting }),
      startedAt: new Date(),
      ...(this.recovers && { recovers: true as const }),
      ...(this.decision && { decision: this.decision }),
    };
  }

  /** Says `refused` or, where the step is open, does it. */
  #take<E>(
    call: string,
    step: StepName,
    refused: E | undefined,
    act: () => void,
  ): Result<CaseView, E | 'not-now'> {
    this.calls.push(call);
    const view = this.#view();
    if (!view?.open.includes(step)) return err('not-now');
    if (refused !== undefined) return err(refused);
    this.decision = undefined;
    act();
    return ok(this.#view() ?? view);
  }

  async startAgain() {
    return this.startCase();
  }

  async startCase() {
    this.calls.push('start');
    if (!this.started || this.decision?.outcome === 'refused') this.standAt('choose');
    const view = this.#view();
    if (!view) throw new Error('started');
    return view;
  }

  async currentCase() {
    return this.#view();
  }

  async withdraw() {
    this.calls.push('withdraw');
    this.started = false;
    this.decision = undefined;
  }

  async chooseDocument(_person: PersonId, document: DocumentKind) {
    return this.#take<NotNow>(`choose ${document}`, 'choose', undefined, () => this.#answer('choose'));
  }

  async giveConsent(_person: PersonId, version: string, without?: 'face') {
    return this.#take<NotNow>(`consent ${version}`, 'consent', undefined, () => {
      this.#consent(version);
      if (without) this.answers = { ...this.answers, withoutFace: true };
    });
  }

  mailsCodes(document: DocumentKind | undefined): boolean {
    return this.mailsLetters && document !== undefined && document !== 'passport';
  }

  plan(...asked: Parameters<Proofing['plan']>) {
    return plannedWith((document) => this.mailsCodes(document), ...asked);
  }

  async confirmMailedCode(_person: PersonId, typed: Redacted<string>) {
    const call = `mailed code ${typed.reveal()}`;
    return coded(
      this.#take(call, 'letter', this.refuse.mailedCode, () => {
        this.letter = undefined;
        this.sent = true;
      }),
    );
  }

  async mailCodeAgain() {
    return coded(this.#take('mail again', 'letter', this.refuse.letter, () => {}));
  }

  async addPhoto(
    _person: PersonId,
    role: PhotoRole,
    bytes: Uint8Array,
  ): Promise<Result<CaseView, AddPhotoError>> {
    const { photo: refused } = this.refuse;
    const taken = this.#take(`photo ${role} ${bytes.length}`, role, refused, () =>
      this.#note(role, { settled: true }),
    );
    if (refused?.code === 'poor-quality') this.#note(role, { problems: refused.problems });
    if (taken.ok) return taken;
    return err(taken.error === 'not-now' ? { code: 'not-now' } : taken.error);
  }

  async usePhotoAnyway(_person: PersonId, role: PhotoRole) {
    return this.#take<NotNow>(`anyway ${role}`, role, undefined, () => this.#note(role, { settled: true }));
  }

  async beginLiveSelfie(
    _person: PersonId,
    without: readonly string[],
  ): ReturnType<Proofing['beginLiveSelfie']> {
    this.calls.push(['begin live selfie', ...without].join(' '));
    if (without.length > 1) return err('too-few-movements');
    return this.#view()?.open.includes('selfie') ? ok({ ...this.live, ask: 'straight' }) : err('not-now');
  }

  async addFrame(_person: PersonId, nonce: string, bytes: Uint8Array): ReturnType<Proofing['addFrame']> {
    this.calls.push(`frame ${bytes.length}`);
    if (this.refuse.frame) return err(this.refuse.frame);
    if (nonce !== this.live.nonce || !this.#view()?.open.includes('selfie')) return err('not-now');
    const { problem, ...step } = this.frame;
    if (step.ask === 'nothing-more') this.#note('selfie', { settled: true });
    return ok({ step: { ...this.live, ...step }, ...(problem && { problem }) });
  }

  async photo() {
    return this.jpeg.length > 0 ? { jpeg: this.jpeg, width: 4, height: 3 } : undefined;
  }

  async giveSsn(_person: PersonId, typed: Redacted<string>) {
    return this.#take<NonNullable<Refusals['ssn']>>(`ssn ${typed.reveal()}`, 'ssn', this.refuse.ssn, () =>
      this.#answer('ssn'),
    );
  }

  async givePhone(_person: PersonId, typed: Redacted<string>) {
    const call = `phone ${typed.reveal()}`;
    return coded(this.#take(call, 'phone', this.refuse.phone, () => this.#answer('phone')));
  }

  async sayNoPhone() {
    return this.#take<NotNow>('no phone', 'phone', undefined, () => {
      this.answers = { ...this.answers, phone: { kind: 'none' } };
    });
  }

  async resendPhoneCode() {
    return coded(this.#take('send again', 'phone-code', this.refuse.text, () => {}));
  }

  async confirmPhone(_person: PersonId, typed: Redacted<string>) {
    const call = `code ${typed.reveal()}`;
    return coded(this.#take(call, 'phone-code', this.refuse.code, () => this.#answer('phone-code')));
  }

  async submit(_person: PersonId, network: string): Promise<Result<CaseView, SubmitError>> {
    this.networks.push(network);
    const taken = this.#take('submit', 'check-answers', this.refuse.submit, () => {
      this.sent = true;
    });
    if (taken.ok) return taken;
    return err(taken.error === 'not-now' ? { code: 'not-now' } : taken.error);
  }

  async progress(): Promise<Progress | undefined> {
    if (!this.started) return undefined;
    const names = ['document', 'face', 'records', 'decision'] as const;
    const finished = this.decision !== undefined;
    const at = names.indexOf(this.running);
    const state = (index: number) => (finished || index < at ? 'done' : index === at ? 'now' : 'waiting');
    return { finished, stages: names.map((stage, index) => ({ stage, state: state(index) })) };
  }

  async identityOf() {
    return this.proven;
  }

  async proveAgain(_tx: unknown, account: PersonId): ReturnType<Proofing['proveAgain']> {
    this.calls.push('prove again');
    if (this.refuse.recovery) return err(this.refuse.recovery);
    this.standAt('choose');
    this.recovers = true;
    return ok({ subject: newId<PersonId>(), account, secret: new Redacted('s'.repeat(43)) });
  }

  async isUnderWay() {
    return this.started && this.decision?.outcome !== 'refused';
  }

  async isProvenAgain() {
    return this.decision?.outcome === 'verified';
  }
}
