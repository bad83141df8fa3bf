import { randomInt } from 'node:crypto';
import { codeHash, isSameHash, Redacted, typedCode } from '../../../kernel/index.ts';
import type { LiveCase } from '../cases/index.ts';
import { inputsOf } from '../findings/index.ts';
import { isWithoutFace, waivedByComparison } from '../flow/index.ts';

/** Eight digits from a generator for secrets (A12): more than of a text, since it is guessed at for weeks and not minutes. */
export const newMailedCode = (): Redacted<string> =>
  new Redacted(randomInt(100_000_000).toString().padStart(8, '0'));

/** In two groups, as it is printed: paper is read one group at a time. */
export const inGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** The digits of a typed code; undefined when it can be none. */
export const typedMailedCode = (typed: string): string | undefined => typedCode(typed, 8);

/** The case's key is needed to search this for the digits, and that opens everything in the case anyway. */
export const mailedCodeHash = (caseKey: Redacted<string>, code: string): string =>
  codeHash(caseKey, 'mailed-code', code);

/** Letters to the address of the document that the case has now. */
export const lettersOf = ({ contents }: LiveCase) =>
  contents.mailedCode?.for === inputsOf('document', contents.answers) ? contents.mailedCode.letters : [];

/** The post took none to the address of the document that the case has now. */
export const wasNotMailed = ({ contents }: LiveCase): boolean =>
  contents.mailedCode?.for === inputsOf('document', contents.answers) &&
  contents.mailedCode.notMailedAt !== undefined;

/** The letter with this code. Letters cross in the mail: each counts until its own day, whichever was sent last. */
export const letterOf = (of: LiveCase, code: string, now: Date) =>
  lettersOf(of)
    .filter(({ until }) => now.getTime() < Date.parse(until))
    .find(({ hash }) => isSameHash(hash, mailedCodeHash(of.key, code)));

/** A8: the person asked for a letter in the face check's place, and has not typed its code; nor has an agent seen them. */
export const lacksMailedCode = (of: LiveCase): boolean =>
  isWithoutFace(of.contents.answers) &&
  !isConfirmed(of) &&
  !of.waived.some((reason) => waivedByComparison.includes(reason));

/** Its code was typed, and it was mailed to the address of the document that the case has now. */
const isConfirmed = (of: LiveCase): boolean =>
  lettersOf(of).length > 0 && of.contents.mailedCode?.confirmedAt !== undefined;
