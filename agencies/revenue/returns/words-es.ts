import type { filings as english } from './words-en.ts';

export const filings: typeof english = {
  title: 'Declaraciones y documentos',
  lead: 'Lo que usted presentó y lo que otros informaron sobre usted, por año tributario.',
  none: 'Todavía no hay nada registrado de usted.',
  year: (year) => `Año tributario ${year}`,
  forms: {
    '1040': 'Declaración de impuestos (Formulario 1040)',
    '1040-X': 'Declaración enmendada (Formulario 1040-X)',
  },
  by: { electronic: 'por vía electrónica', paper: 'en papel' },
  sent: (day, how) => `Enviada ${how} el ${day}`,
  states: {
    rejected: (day) => `Devuelta el ${day}`,
    received: (day) => `Recibida el ${day}. La estamos revisando`,
    accepted: (day) => `Aceptada y procesada el ${day}`,
    adjusting: (day) => `En revisión desde el ${day}`,
    completed: (day) => `Terminada el ${day}`,
  },
  change: (money) => `Cambió su impuesto en ${money}.`,
  amendedNote:
    'Una declaración enmendada se recibe, después se ajusta y después se termina. Tarda hasta 16 semanas.',
  rejections: {
    'dependent-claimed-twice':
      'Otra persona ya incluyó al mismo dependiente. Revise el número del dependiente o envíe la declaración en papel.',
    'birth-date-differs':
      'Una fecha de nacimiento no coincide con nuestros registros. Corríjala y envíe la declaración otra vez.',
    'prior-year-income-differs':
      'El ingreso bruto ajustado del año anterior, con el que se firma una declaración electrónica, no era el registrado. Búsquelo en la transcripción de la declaración de ese año y envíe la declaración otra vez.',
  },
  returnOf: 'Su declaración',
  documents: 'Informado sobre usted',
  document: (kind, payer) => `${kind} de ${payer}`,
  look: 'Ver',
  pdf: 'PDF',
};
