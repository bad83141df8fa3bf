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
    'Una declaración enmendada se recibe, después se ajusta y después se termina. Puede tardar hasta 16 semanas.',
  rejections: {
    'dependent-claimed-twice': 'Otra persona ya incluyó al mismo dependiente.',
    'birth-date-differs': 'Una fecha de nacimiento no coincide con nuestros registros.',
    'prior-year-income-differs':
      'El ingreso bruto ajustado (AGI) del año anterior que usted escribió para firmar su declaración no coincide con nuestros registros.',
  },
  remedies: {
    'dependent-claimed-twice':
      'Revise el número del dependiente y envíe la declaración otra vez, o envíela en papel.',
    'birth-date-differs': 'Corríjala y envíe la declaración otra vez.',
    'prior-year-income-differs':
      'Busque el monto correcto en la transcripción de la declaración del año anterior y envíe la declaración otra vez.',
  },
  sentAgain: {
    received: (day) => `La envió otra vez el ${day}.`,
    accepted: (day) => `La envió otra vez el ${day} y fue aceptada. No necesita hacer nada.`,
  },
  returnOf: 'Su declaración',
  documents: 'Lo que otros informaron sobre usted',
  document: (kind, payer) => `${kind} de ${payer}`,
  look: 'Ver',
  pdf: 'PDF',
};
