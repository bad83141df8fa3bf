import { z } from 'zod';
import type { DocumentFields } from '../document/index.ts';
import { type Elements, isNone, kept, present } from './aamva-values.ts';

/** Length is the standard's; characters are those of names, so no markup and no control. */
const name = z.string().regex(/^[\p{L}\p{M}\p{N}'’`.,\-/ ]{1,40}$/u);

/** D.12.5.2: what stands behind a family name to tell a son from his father. */
const suffix = z.string().regex(/^(?:JR|SR|[1-9](?:ST|ND|RD|TH)|I|II|III|IV|V|VI|VII|VIII|IX)$/);

interface StatedNames {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly middle?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * Undefined where no family name is stated, not even that there is none, or a name is no possible one. The only name of a
 * person who has one is the family name: issuers put it in either place.
 */
export function readNames(
  elements: Elements,
): Pick<DocumentFields, 'familyName' | 'givenName' | 'middleName' | 'suffix'> | undefined {
  const stated = statedNames(elements);
  if (stated.family === undefined) return undefined;
  const [family, given, middle] = [stated.family, stated.given, stated.middle].map(readName);
  if (family === undefined || given === undefined || family + given === '') return undefined;
  return {
    familyName: family || given,
    givenName: family && given,
    ...present('middleName', middle || undefined),
    ...present('suffix', kept(suffix, stated.suffix?.toUpperCase().replaceAll(/[ .]/g, ''))),
  };
}

/** An absent or "no such name" element is '', a malformed one undefined. */
function readName(value: string | undefined): string | undefined {
  const words = (value ?? '').replaceAll(',', ' ').replaceAll(/ +/g, ' ').trim();
  return isNone(words) ? '' : kept(name, words);
}

/**
 * Names moved between versions: 01 has DAB or all of them in DAA, 02 and 03 the given ones together in DCT, 04 and later
 * DCS, DAC and DAD. The suffix is in DCU, before that in DAE.
 */
function statedNames(elements: Elements): StatedNames {
  const whole = wholeName(elements.get('DAA'));
  const together = (elements.get('DCT') ?? '').split(/[, ]+/);
  return {
    family: elements.get('DCS') ?? elements.get('DAB') ?? whole.family,
    given: elements.get('DAC') ?? (together[0] || whole.given),
    middle: elements.get('DAD') ?? (together.slice(1).join(' ') || whole.middle),
    suffix: elements.get('DCU') ?? elements.get('DAE') ?? whole.suffix,
  };
}

/**
 * "FAMILY,GIVEN,MIDDLE,SUFFIX", as the standard has it, or with spaces in the order in which it is spoken, as some issuers
 * have it: of four words or more nobody can tell which are the family's.
 */
function wholeName(text: string | undefined): StatedNames {
  if (!text) return {};
  const parts = text.split(/[,@]/).map((part) => part.trim());
  const words = text.split(/ +/);
  if (parts.length > 1 || words.length === 1) {
    const [family, given, middle, last] = parts;
    return { family, given, middle, suffix: last };
  }
  if (words.length > 3) return {};
  return { given: words[0], middle: words.length === 3 ? words[1] : undefined, family: words.at(-1) };
}
