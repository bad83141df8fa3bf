import type { DocumentFields } from '../../document/index.ts';
import type { PrintedLine } from './printed-line.ts';

export const fields: DocumentFields = {
  familyName: 'NUNEZ-ORTIZ',
  givenName: 'JOSE',
  middleName: 'LUIS',
  birthDate: '1989-11-02',
  documentNumber: 'S5301234',
  issueDate: '2023-02-15',
  expiryDate: '2031-11-02',
  street: '12 ELM ST APT 4',
  city: 'SPRINGFIELD',
  state: 'ZZ',
  postalCode: '00012',
};

export function line(text: string, x: number, y: number, sure = 0.99): PrintedLine {
  return {
    text,
    certainty: Array.from(text, () => sure),
    x: x + text.length * 10,
    y,
    width: text.length * 20,
    height: 40,
  };
}

/** The front as the standard arranges it; each line by a name, so that a test can change one. */
export const front = {
  title: line('DRIVERLICENSE', 1100, 80),
  numberLabel: line('4dDL', 540, 250),
  number: line('S5301234', 640, 250),
  expiryLabel: line('4b EXP', 1070, 250),
  expiry: line('11/02/2031', 1200, 250),
  family: line('NÚÑEZ-ORTIZ', 580, 330),
  given: line('JOSÉ LUIS', 580, 400),
  street: line('12 ELM ST APT 4', 580, 470),
  town: line('SPRINGFIELD,ZZ00012', 580, 530),
  birthLabel: line('3 D0B', 540, 610),
  birth: line('11/02/1989', 640, 610),
  issued: line('4a ISS 02/15/2023', 1070, 610),
};
