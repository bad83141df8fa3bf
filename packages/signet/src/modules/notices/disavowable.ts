import type { PersonId } from '../../kernel/index.ts';

/** What a person can say "this was not me" to. What undoes it stands under the kind (`authentication/account-recovery`). */
export type DisavowableKind = 'authenticator' | 'sign-in' | 'recovery' | 'identity' | 'contact';

/** The very change that a notice tells of. `about` names it: an identifier that Signet made up, or a kind of thing. */
export interface Disavowable {
  readonly person: PersonId;
  readonly kind: DisavowableKind;
  readonly about: string;
}

export interface Disavowal extends Disavowable {
  readonly toldAt: Date;
  readonly used: boolean;
}
