/** What somebody did with a record that the person should know of. Words are in the locale. */
export const accessActs = ['whole-transcript', 'refund-asked', 'staff-opened', 'staff-searched'] as const;
export type AccessAct = (typeof accessActs)[number];

/** One look at a person's record: by themselves where masks fell, by staff always (T3). */
export interface Access {
  readonly at: Date;
  readonly act: AccessAct;
  readonly by: 'person' | 'staff';
  /** A pseudonym, never a name. */
  readonly staff?: string;
  /** Staff say why before they see anything. A code. */
  readonly reason?: string;
  readonly taxYear?: number;
}
