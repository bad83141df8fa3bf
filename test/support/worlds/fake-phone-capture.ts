import {
  err,
  newId,
  newToken,
  ok,
  type PersonId,
  Redacted,
} from '../../../packages/signet/src/kernel/index.ts';
import {
  type CaseView,
  type PhoneLinkView,
  type Proofing,
  photoRoles,
  type StandingAtPhone,
} from '../../../packages/signet/src/modules/proofing/index.ts';

type PhoneCapture = Proofing['phoneCapture'];

/** One link, kept in memory and told by the test how it stands. */
export class FakePhoneCapture implements PhoneCapture {
  readonly person = newId<PersonId>();
  readonly token = newToken();
  readonly code = new Redacted('7K3M2QXD');
  link: PhoneLinkView | undefined;
  /** What the phone is told instead of how the link stands. */
  atThePhone: Extract<StandingAtPhone, { is: 'another-phone' }> | undefined;
  reached: 'too-many-links' | 'too-many-codes' | undefined;
  readonly #open: () => Promise<CaseView | undefined>;

  constructor(open: () => Promise<CaseView | undefined>) {
    this.#open = open;
  }

  /** As if a link had been made, and a phone had come as far as this. */
  stand(is: Exclude<PhoneLinkView['standing']['is'], 'joined'> | 'joined'): void {
    const standing = is === 'joined' ? ({ is, role: 'front' } as const) : { is };
    this.atThePhone = undefined;
    this.reached = undefined;
    this.link = {
      id: 'a-link',
      standing,
      hasPhone: is !== 'waiting',
      joinedAt: new Date(0),
      roles: ['front', 'back', 'selfie'],
      match: [0, 20],
      language: 'en',
      expiresAt: new Date(Date.now() + 900_000),
    };
  }

  async makeLink(): ReturnType<PhoneCapture['makeLink']> {
    if (this.reached === 'too-many-links') return err('too-many-links');
    this.stand('waiting');
    const { link, token, code } = this;
    return link ? ok({ link, token, code }) : err('not-now');
  }

  /** The photo that the case asks for now, as the module says it of a phone that has the link. */
  async #standing(): Promise<PhoneLinkView | undefined> {
    if (this.link?.standing.is !== 'joined') return this.link;
    const step = (await this.#open())?.step;
    const role = photoRoles.find((one) => one === step);
    return { ...this.link, standing: role ? { is: 'joined', role } : { is: 'done' } };
  }

  async atDesk(): ReturnType<PhoneCapture['atDesk']> {
    return { open: await this.#open(), link: await this.#standing() };
  }

  async prolong(): Promise<void> {
    this.stand('joined');
  }

  async takeBack(): Promise<void> {
    this.stand('taken-back');
  }

  async atPhone({
    link: token,
  }: Parameters<PhoneCapture['atPhone']>[0]): ReturnType<PhoneCapture['atPhone']> {
    const link = await this.#standing();
    const comesByCode = token === undefined;
    if (!link || (!comesByCode && token.reveal() !== this.token.reveal())) return undefined;
    if (comesByCode && link.standing.is === 'waiting') return undefined;
    const standing = this.atThePhone ?? link.standing;
    return { person: this.person, open: await this.#open(), link: { ...link, standing } };
  }

  async openByCode(_phone: unknown, typed: string): ReturnType<PhoneCapture['openByCode']> {
    if (this.reached === 'too-many-codes') return err('too-many-codes');
    if (typed.replaceAll(/[^\w]/g, '').toUpperCase() !== this.code.reveal()) return err('not-known');
    this.stand('opened');
    return ok('opened');
  }

  async join(): Promise<boolean> {
    this.stand('joined');
    return true;
  }

  async refuse(): Promise<void> {
    this.stand('refused');
  }
}
