import type { LiveCase } from '../cases/index.ts';
import type { CheckName } from '../findings/index.ts';
import type { Check, CheckNeeds } from './check.ts';
import { checkDocument } from './check-document.ts';
import { checkFace, checkPortrait } from './check-face.ts';
import { checkMotorVehicles } from './check-motor-vehicles.ts';
import { checkPassportOffice } from './check-passport-office.ts';
import { checkPhoneCarrier } from './check-phone-carrier.ts';
import { checkSocialSecurity } from './check-social-security.ts';

/** How each check is made; a record that a new kind of evidence names asks for its check here. */
const checks: Readonly<Record<CheckName, Check>> = {
  document: checkDocument,
  face: checkFace,
  portrait: checkPortrait,
  'motor-vehicles': checkMotorVehicles,
  'passport-office': checkPassportOffice,
  'social-security': checkSocialSecurity,
  'phone-carrier': checkPhoneCarrier,
};

/** Runs one check, outside any transaction. It judges nothing. */
export const performCheck = (needs: CheckNeeds, check: CheckName, of: LiveCase): ReturnType<Check> =>
  checks[check](needs, of);
