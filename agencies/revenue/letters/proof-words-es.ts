import type { proofs as english } from './proof-words-en.ts';

export const proofs: typeof english = {
  title: 'Pedir una carta',
  lead: 'Una carta que usted puede mostrar a un banco, a un arrendador o a una escuela. Dice lo que tenemos registrado hoy y no cambia después. Su nombre y sus números van ocultos en parte; los montos y las fechas se muestran.',
  kind: '¿Qué debe decir la carta?',
  kinds: {
    'balance-proof': 'Cuánto debe por un año tributario, o que no debe nada.',
    'filing-proof': 'Que recibimos su declaración de un año tributario, y en qué fecha.',
  },
  year: '¿De qué año tributario?',
  noReturn: 'Sin declaración registrada',
  write: 'Crear la carta',
  problems: {
    kind: 'Elija qué debe decir la carta.',
    year: 'Elija un año tributario.',
    'no-return': {
      'balance-proof': (year) =>
        `No tenemos una declaración suya de ${year}, así que no hay un saldo que certificar. Elija otro año.`,
      'filing-proof': (year) =>
        `No tenemos una declaración suya de ${year}, así que no podemos decir que la recibimos. Elija otro año.`,
    },
    'not-processed': (year) =>
      `Tenemos su declaración de ${year}, pero todavía no la procesamos, así que no podemos decir cuánto debe. Pida la carta otra vez cuando esté procesada. Ahora puede pedir un comprobante de presentación.`,
  },
  instead: 'Una carta de verificación de no presentación dice que no tenemos una declaración suya.',
  nonFiling: (year) => `Carta de verificación de no presentación de ${year}`,
  forYear: (year) => `Pedir una carta sobre ${year}`,
  wantLetter: '¿Solo necesita mostrar cuánto debe, o que presentó su declaración?',
  written: (day) => `Escrita el ${day}`,
  writtenOn: 'Escrita el',
  owedAmount: 'Monto adeudado',
  owed: (day, money, year) => `El ${day} se debían ${money} por el año tributario ${year}.`,
  nothingOwed: (day, year) => `El ${day} no se debía nada por el año tributario ${year}.`,
  received: (day, year) => `Recibimos la declaración de impuestos del año tributario ${year} el ${day}.`,
  limits: {
    'balance-proof': 'Esta carta cuenta todos los cargos y pagos registrados hasta ese día.',
    'filing-proof': 'Esta carta dice que la declaración llegó. No dice que la declaración sea correcta.',
  },
  kept: 'Puede volver a encontrar esta carta en Avisos.',
};
