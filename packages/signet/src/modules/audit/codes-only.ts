import { AppError, isUuid } from '../../kernel/index.ts';
import type { AuditEvent } from './log.ts';

/*
 * What may stand in an entry that outlives the person it is about: identifiers that Signet made up, short codes,
 * and counts. A name, an address, an SSN, a date of birth or an e-mail address does not have one of these shapes.
 */
const action = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;
const detailName = /^[a-z][A-Za-z0-9]{0,31}$/;
const code = /^[a-z0-9][a-z0-9._:/+-]{0,63}$/; // no capitals: names begin with one
const ruleOrLevel = /^[A-Z]{1,4}[0-9]{1,2}$/; // A15, IAL2
const reference = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/;
const manyDigits = /\d([._:/+-]?\d){6,}/; // an SSN, a date with its year, a phone number, most IP addresses
const largestCount = 9_999_999; // likewise seven digits
const mostDetails = 12;

/**
 * Throws AppError `audit-refused`, in every environment: an act that cannot be recorded must not happen. The message
 * names the place and never the value.
 */
export function refusePersonalData(event: AuditEvent): void {
  if (!action.test(event.action) || event.action.length > 64) refuse('action');
  const { ref } = event.actor;
  if (ref !== undefined && !isReference(ref)) refuse(`actor.ref of ${event.action}`);
  if (event.subject !== undefined && !isUuid(event.subject)) refuse(`subject of ${event.action}`);
  const details = Object.entries(event.details ?? {});
  if (details.length > mostDetails) refuse(`number of details of ${event.action}`);
  for (const [name, value] of details) {
    if (!detailName.test(name)) refuse(`name of a detail of ${event.action}`);
    if (!isPlain(value)) refuse(`details.${name} of ${event.action}`);
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= largestCount;
  if (typeof value !== 'string') return false;
  if (isUuid(value) || ruleOrLevel.test(value)) return true;
  return code.test(value) && !manyDigits.test(value);
}

const isReference = (ref: string): boolean => isUuid(ref) || (reference.test(ref) && !manyDigits.test(ref));

function refuse(place: string): never {
  throw new AppError('audit-refused', {
    message: `audit entries hold codes and counts only; refused: ${place}`,
  });
}
