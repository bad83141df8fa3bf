import { documentKinds } from '../../evidence/index.ts';
import type { Have } from './have.ts';

/** What most people have. */
const usual: Have = {
  documents: documentKinds,
  number: 'ssn',
  phone: true,
  camera: true,
  helpingPhone: false,
  helper: false,
  faceCheck: true,
  mail: true,
  namesAgree: true,
  ofAge: true,
};

/** What is different for somebody, and what they may then have: each a question of its own on their page. */
const different = {
  'none-of-these': [{ documents: ['none-of-these'] }],
  'mobile-license': [{ documents: ['mobile-license'] }],
  'no-number': [{ number: 'none' }],
  itin: [{ number: 'itin' }],
  'no-phone': [{ phone: false }],
  'no-camera': [
    { camera: false, helpingPhone: true },
    { camera: false, helper: true },
  ],
  'no-face-check': [{ faceCheck: false }],
  'no-address': [{ mail: false }],
  'name-changed': [{}, { namesAgree: false }],
  abroad: [{ mail: false }, { mail: false, phone: false }],
  child: [{ phone: false }, { ofAge: false }],
  helper: [{ helpingPhone: true, helper: true }],
} as const satisfies Readonly<Record<string, readonly Partial<Have>[]>>;

export type Situation = keyof typeof different;
export const situations = Object.keys(different) as readonly Situation[];

/** What a person in this situation has, one row for each case that they may be. */
export const havesIn = (situation: Situation): readonly Have[] =>
  different[situation].map((change: Partial<Have>) => ({ ...usual, ...change }));
