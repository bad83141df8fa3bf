import {
  err,
  ok,
  type PersonId,
  Redacted,
  type Result,
  sameSpelling,
  type Tx,
} from '../../../kernel/index.ts';
import { addressOf, type CaseView, type LiveCase, needDocument, ownerOf, viewOf } from '../cases/index.ts';
import { inputsOf } from '../findings/index.ts';
import type { LetterError } from './errors.ts';
import { lifetimeOf, travelOf } from './lifetime.ts';
import { mailedCodeLimits } from './limits.ts';
import { inGroups, lettersOf, mailedCodeHash, newMailedCode, wasNotMailed } from './mailed-code.ts';
import type { MailedCodeNeeds } from './ports.ts';

/** Why no letter leaves. `not-mailed`: the post took none to this address. */
type NoLetter = 'too-many-letters' | 'not-mailed';

/**
 * A8: everything else passed, and a code goes to the address that the document's issuer bore out. State, letter, message and
 * audit entry in one transaction; the photos go (A17), since nothing looks at them any more. False when overtaken.
 */
export async function mailCode(needs: MailedCodeNeeds, of: LiveCase): Promise<boolean | NoLetter> {
  const { cases, quotas } = needs;
  if (wasNotMailed(of)) return 'not-mailed';
  const taken = await quotas.take(usesOf(of));
  if (!taken.allowed) return 'too-many-letters';
  const { decision: _pending, dueAt: _due, ...rest } = of;
  const { changed, send } = withLetter(needs, { ...rest, stage: 'awaiting-letter' });
  return sent(taken, () =>
    cases.save(of, changed, async (tx) => {
      await cases.forgetPictures(tx, of);
      await send(tx);
    }),
  );
}

/** A letter that did not leave, whether by a fault or because somebody was faster, is none that was used. */
async function sent(taken: { giveBack(): Promise<void> }, save: () => Promise<boolean>): Promise<boolean> {
  let saved = false;
  try {
    saved = await save();
    return saved;
  } finally {
    if (!saved) await taken.giveBack();
  }
}

/** By person, and by the document whose holder lives there: several accounts with one card share its letters, however it spells its number. */
function usesOf(of: LiveCase) {
  const { issuerId, fields } = needDocument(of);
  return [
    { limit: mailedCodeLimits.letters, of: [of.person] },
    { limit: mailedCodeLimits['to-a-holder'], of: [issuerId, fields.documentNumber].map(sameSpelling) },
  ];
}

/** Another letter. The code of the one before counts on: it may only be slow. */
export async function mailCodeAgain(
  needs: MailedCodeNeeds,
  person: PersonId,
): Promise<Result<CaseView, LetterError>> {
  const { settings, clock, cases, quotas } = needs;
  const open = await cases.latest(person);
  if (!open?.contents || open.stage !== 'awaiting-letter') return err({ code: 'not-now' });
  const letters = lettersOf(open);
  const first = Date.parse(letters[0]?.sentAt ?? '');
  const isLate = clock.now().getTime() > first + settings.letterAgainUntil;
  const nextFrom = letters.at(-1)?.againFrom;
  if (isLate || !nextFrom || wasNotMailed(open)) return err({ code: 'no-more' });
  const again = new Date(nextFrom);
  if (again > clock.now()) return err({ code: 'too-soon', again });
  const taken = await quotas.take(usesOf(open));
  if (!taken.allowed) return err({ code: 'too-many-letters', again: taken.until });
  const { changed, send } = withLetter(needs, open);
  const isSent = await sent(taken, () => cases.save(open, changed, send));
  return isSent ? ok(viewOf(changed)) : err({ code: 'not-now' }); // another tab's letter is on its way
}

/** When one more may be asked for after a letter that leaves now; nothing where that would be one too many, or too late. */
function againFrom(
  { clock, settings }: MailedCodeNeeds,
  before: ReturnType<typeof lettersOf>,
  againAfter: number,
): { readonly againFrom?: string } {
  const now = clock.now().getTime();
  const first = before[0] ? Date.parse(before[0].sentAt) : now;
  const isLast = before.length + 1 >= settings.mostLetters;
  return isLast || now + againAfter > first + settings.letterAgainUntil
    ? {}
    : { againFrom: new Date(now + againAfter).toISOString() };
}

/** The case with one more letter, and what sends it, in the transaction in which the case is kept. */
function withLetter(needs: MailedCodeNeeds, of: LiveCase) {
  const { settings, clock, cases, mailLetter } = needs;
  const now = clock.now();
  const code = newMailedCode();
  const { to, state, isDomestic } = addressOf(of);
  const until = new Date(now.getTime() + lifetimeOf(state, isDomestic, settings));
  const leavesAt = new Date(now.getTime() + settings.letterLeavesAfter);
  const { takes, againAfter } = travelOf(state, isDomestic, settings);
  const arrivesBy = new Date(leavesAt.getTime() + takes);
  const letter = {
    hash: mailedCodeHash(of.key, code.reveal()),
    sentAt: now.toISOString(),
    until: until.toISOString(),
    leavesAt: leavesAt.toISOString(),
    arrivesBy: arrivesBy.toISOString(),
    ...againFrom(needs, lettersOf(of), againAfter),
  };
  const mailedCode = {
    for: inputsOf('document', of.contents.answers),
    letters: [...lettersOf(of), letter],
  };
  const changed: LiveCase = {
    ...of,
    contents: { ...of.contents, mailedCode },
    touchedAt: now,
    deleteAt: until,
  };
  return {
    changed,
    async send(tx: Tx): Promise<void> {
      const printed = new Redacted(inGroups(code.reveal()));
      await mailLetter(tx, ownerOf(of), { about: of.id, to, code: printed, until, leavesAt });
      await cases.tellOwner(tx, of, { kind: 'letter-sent', until, leavesAt, arrivesBy });
      const count = mailedCode.letters.length;
      await cases.record(tx, of, 'proofing.letter-sent', { letter: count }, { kind: 'system' });
    },
  };
}
