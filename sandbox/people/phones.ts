import type { PhoneAccount } from '../authorities/index.ts';
import { sandboxPeople } from './people.ts';

/** A number that is nobody's main phone: what a carrier says of it, and what comes of typing it. */
export interface SandboxPhone {
  readonly account: PhoneAccount;
  readonly story: { readonly en: string; readonly es: string };
}

const account = {
  holder: null,
  active: true,
  lineType: 'mobile',
  since: '2024-09',
  simChangedDaysAgo: null,
  portedDaysAgo: null,
  behavior: 'answers',
} as const;

/** The owner of the second phone: a name that is on file with no main phone of theirs at risk. */
function holderOf(id: string): PhoneAccount['holder'] {
  const person = sandboxPeople.find((one) => one.id === id);
  if (!person) throw new Error(`No sandbox person ${id}`);
  const { givenName, middleName, familyName } = person;
  return { givenName, familyName, ...(middleName !== undefined && { middleName }) };
}

/** Numbers to try instead of a person's own. Each always ends the same way. */
export const sandboxPhones: readonly SandboxPhone[] = [
  {
    account: { ...account, phoneNumber: '+12025550121' },
    story: {
      en: 'Prepaid, sold without a name. Another phone is asked for, and then a person looks.',
      es: 'Prepago, vendido sin nombre. Se pide otro teléfono y después lo revisa un agente.',
    },
  },
  {
    account: { ...account, phoneNumber: '+12025550122', holder: holderOf('kai-nakamura') },
    story: {
      en: 'In Kai Nakamura’s name. For anyone else, another phone is asked for.',
      es: 'A nombre de Kai Nakamura. A cualquier otra persona se le pide otro teléfono.',
    },
  },
  {
    account: { ...account, phoneNumber: '+12025550123', holder: holderOf('ana-rivera'), active: false },
    story: {
      en: 'In Ana Rivera’s name, but no longer in service. Another phone is asked for.',
      es: 'A nombre de Ana Rivera, pero ya sin servicio. Se pide otro teléfono.',
    },
  },
  {
    account: {
      ...account,
      phoneNumber: '+12025550124',
      holder: holderOf('ana-rivera'),
      simChangedDaysAgo: 2,
    },
    story: {
      en: 'In Ana Rivera’s name, with a SIM card that is always two days old. A person looks.',
      es: 'A nombre de Ana Rivera, con una tarjeta SIM que siempre tiene dos días. La revisa un agente.',
    },
  },
  {
    account: {
      ...account,
      phoneNumber: '+12025550125',
      holder: holderOf('ana-rivera'),
      lineType: 'landline',
    },
    story: {
      en: 'Ana Rivera’s landline, which gets no text messages. Another phone is asked for.',
      es: 'El teléfono fijo de Ana Rivera, que no recibe mensajes. Se pide otro teléfono.',
    },
  },
  {
    account: {
      ...account,
      phoneNumber: '+12025550126',
      holder: holderOf('ana-rivera'),
      behavior: 'unavailable',
    },
    story: {
      en: 'In Ana Rivera’s name, of a carrier that is always down. The case is saved and tried again later.',
      es: 'A nombre de Ana Rivera, de una operadora que nunca responde. El caso se guarda y se intenta más tarde.',
    },
  },
  {
    account: {
      ...account,
      phoneNumber: '+12025550127',
      holder: holderOf('ana-rivera'),
      portedDaysAgo: 1,
    },
    story: {
      en: 'In Ana Rivera’s name, and always moved to another carrier yesterday. A person looks.',
      es: 'A nombre de Ana Rivera, y siempre cambiado ayer de operadora. Lo revisa un agente.',
    },
  },
  {
    account: {
      ...account,
      phoneNumber: '+12025550128',
      holder: { givenName: 'Haruto', familyName: 'Nakamura' },
    },
    story: {
      en: 'On the family plan of Kai Nakamura’s father, in the father’s name. Kai is asked for another phone; without one a person looks.',
      es: 'Del plan familiar del padre de Kai Nakamura, a nombre del padre. A Kai se le pide otro teléfono; si no tiene, lo revisa un agente.',
    },
  },
];
