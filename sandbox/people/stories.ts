import type { Outcome } from './person.ts';

/** What will happen, told to the visitor of the sandbox's home page in one line. */
export const stories: Readonly<Record<Outcome, { readonly en: string; readonly es: string }>> = {
  passes: {
    en: 'Everything agrees. This person is verified.',
    es: 'Todo coincide. Esta persona queda verificada.',
  },
  'passes-without-tax-record': {
    en: 'Verified, but the Department of Revenue has no record of this person.',
    es: 'Queda verificada, pero el Departamento de Ingresos no tiene ningún registro suyo.',
  },
  'expired-license': {
    en: 'The license ran out in 2022. A document that is still valid is asked for.',
    es: 'La licencia venció en 2022. Se le pide un documento vigente.',
  },
  'barcode-disagrees': {
    en: 'The birth date and number printed on the front are not those in the barcode. The case goes to a person.',
    es: 'La fecha de nacimiento y el número impresos no son los del código de barras. El caso pasa a un agente.',
  },
  'another-persons-selfie': {
    en: 'The selfie shows someone else. Another one is asked for, and then a person looks.',
    es: 'La selfi muestra a otra persona. Se le pide otra y después la revisa un agente.',
  },
  'ssn-mismatch': {
    en: 'The Social Security authority does not know this number under this name. It is asked for once more, and then a person looks.',
    es: 'La autoridad del Seguro Social no conoce este número con este nombre. Se le pide otra vez y después lo revisa un agente.',
  },
  'name-just-changed': {
    en: 'Has just married: the license says the new name, Social Security still the former one. The number is asked for once more, and then a person looks.',
    es: 'Acaba de casarse: la licencia dice el apellido nuevo y el Seguro Social aún el anterior. Se pide el número otra vez y después lo revisa un agente.',
  },
  'already-verified': {
    en: 'Ana Rivera with a second email. Once one account of hers is verified, the other is not: she is sent back to the first.',
    es: 'Ana Rivera con un segundo correo. Cuando una cuenta suya está verificada, la otra no: se le envía a la primera.',
  },
  deceased: {
    en: 'Social Security records that this person has died. The number is asked for once more, and then the case goes to a person.',
    es: 'Según el Seguro Social, esta persona falleció. Se pide el número otra vez y después el caso pasa a un agente.',
  },
  'authority-times-out': {
    en: 'The motor vehicle authority never answers. The case is saved and tried again later.',
    es: 'La autoridad de vehículos nunca responde. El caso se guarda y se intenta más tarde.',
  },
  'taxpayer-number': {
    en: 'Files with her husband José and has a taxpayer number (ITIN), no SSN. Everything else agrees, so a person looks at the number; then their joint years open.',
    es: 'Declara junto con su esposo José y tiene un número de contribuyente (ITIN), no un SSN. Todo lo demás coincide; un agente revisa el número y después se abren sus años conjuntos.',
  },
  'needs-review': {
    en: 'The two faces are alike, but not alike enough. The case goes to a person.',
    es: 'Las dos caras se parecen, pero no lo suficiente. El caso pasa a un agente.',
  },
  'blurry-photo': {
    en: 'The photo of the front is blurry. A sharper one is asked for at once. Used as it is, the case goes to a person.',
    es: 'La foto del frente está borrosa. Se le pide enseguida una más nítida. Si se usa así, el caso pasa a un agente.',
  },
  'passport-instead': {
    en: 'Sends a photo of a passport where a driver’s license was asked for. He is told at once, on the same page.',
    es: 'Envía la foto de un pasaporte cuando se pidió una licencia. Se le dice enseguida, en la misma página.',
  },
  'foreign-passport': {
    en: 'A passport of another country. Everything agrees, and no office can be asked, so a person looks.',
    es: 'Un pasaporte de otro país. Todo coincide y no hay oficina a la que preguntar; lo revisa un agente.',
  },
};

/** The same in two or three words: the heading on a person's card. */
export const outcomeTitles: Readonly<Record<Outcome, { readonly en: string; readonly es: string }>> = {
  passes: { en: 'Passes', es: 'Pasa' },
  'passes-without-tax-record': { en: 'Passes, no tax record', es: 'Pasa, sin registro de impuestos' },
  'expired-license': { en: 'Expired license', es: 'Licencia vencida' },
  'barcode-disagrees': { en: 'Altered license', es: 'Licencia alterada' },
  'another-persons-selfie': { en: 'Someone else’s selfie', es: 'Selfi de otra persona' },
  'ssn-mismatch': { en: 'SSN does not match', es: 'El SSN no coincide' },
  'name-just-changed': { en: 'Name just changed', es: 'Acaba de cambiar de nombre' },
  'already-verified': { en: 'Second account', es: 'Segunda cuenta' },
  deceased: { en: 'Recorded as deceased', es: 'Registrada como fallecida' },
  'authority-times-out': { en: 'Authority cannot be reached', es: 'No se puede contactar a la autoridad' },
  'taxpayer-number': { en: 'ITIN, no SSN', es: 'ITIN, sin SSN' },
  'needs-review': { en: 'Needs a person to look', es: 'Requiere revisión' },
  'blurry-photo': { en: 'Blurry photo', es: 'Foto borrosa' },
  'passport-instead': { en: 'Passport instead', es: 'Pasaporte en su lugar' },
  'foreign-passport': { en: 'Foreign passport', es: 'Pasaporte extranjero' },
};
