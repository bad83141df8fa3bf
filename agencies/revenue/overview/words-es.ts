import type { overview as english } from './words-en.ts';

export const overview: typeof english = {
  toDoTitle: 'Lo que tiene pendiente',
  toDo: {
    readNotice: 'Leer el aviso',
    noticeDue: (day) => `Fecha límite: ${day}`,
    newNotices: (count) => `${count} avisos nuevos`,
    readThem: 'Leerlos',
    balance: (money, year) => `Usted debe ${money} por ${year}`,
    pay: 'Pagar ahora',
    plan: 'Establecer un plan de pagos',
    rejected: (year) => `Su declaración de ${year} fue devuelta`,
    seeWhy: 'Ver por qué y qué hacer',
    returned: (money, year) => `Su banco devolvió un pago de ${money} por ${year}`,
    seePayment: 'Ver el pago',
  },
  latestNotice: 'Último aviso',
  allNotices: 'Todos los avisos',
  pay: 'Hacer un pago',
  plans: 'Planes de pago',
  credit: (money) => `Le debemos ${money}`,
  yearTabs: 'Elija un año tributario',
  noReturn: 'No hay declaración registrada',
  returnState: 'Declaración',
  received: 'Recibida, aún sin procesar',
  processed: 'Procesada',
  nothingOwed: 'No debe nada',
  notKnown: {
    title: 'Lo que debe: todavía no se sabe',
    text: (year) =>
      `Todavía estamos procesando su declaración de ${year}. Hasta entonces nadie puede decir cuánto debe.`,
    besides: (year) => `Su declaración de ${year} todavía no está incluida: aún la estamos procesando.`,
    balance: 'Todavía no se sabe: aún estamos procesando su declaración',
  },
  planOf: (year) => `Ver el plan de pagos de ${year}`,
  payYear: (year) => `Pagar el saldo de ${year}`,
  paidSoFar: 'Pagado hasta ahora',
  countsOnceFiled: (year) =>
    `Esto se descontará de su impuesto de ${year} cuando presente la declaración de ese año.`,
  postings: 'Pagos',
  papers: 'Declaraciones y documentos',
  offset: {
    title: 'Una parte pagó otra deuda',
    text: (taken, debt) => `Por ley, ${taken} de este reembolso se usaron para pagar ${debt}.`,
    rest: {
      ahead: (money) => `Usted recibirá el resto: ${money}.`,
      sent: (money) => `Le enviamos el resto: ${money}.`,
    },
    ask: (who) => `Si usted no debe esa deuda, pregunte a: ${who}. Nosotros no podemos cambiarla.`,
    askUs: 'Si cree que es un error, llámenos al 202-555-0155.',
    debts: {
      'child-support': 'manutención de hijos atrasada',
      'student-loan': 'un préstamo estudiantil atrasado',
      'state-tax': 'impuestos que se deben al estado',
      'another-year': 'impuestos que se deben de otro año',
    },
    offices: {
      'child-support': 'Oficina de Manutención de Hijos, 202-555-0172',
      'student-loan': 'Centro de Préstamos Estudiantiles, 202-555-0171',
      'state-tax': 'Oficina de Impuestos Estatales, 202-555-0173',
    },
  },
};
