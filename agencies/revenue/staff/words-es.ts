import type { staff as english } from './words-en.ts';

export const staff: typeof english = {
  agency: 'Departamento de Ingresos · Personal',
  title: 'Abrir un expediente',
  lead: 'Solo por número de expediente. La persona ve cada vez que usted abre su expediente, y por qué.',
  signedInAs: (pseudonym) => `Las personas ven este nombre: ${pseudonym}.`,
  number: 'Número de expediente',
  numberHint: 'Hasta 10 cifras. Nunca un número de Seguro Social.',
  reason: '¿Por qué lo abre?',
  open: 'Abrir el expediente',
  reasons: {
    'person-called': 'La persona llamó',
    'person-came': 'La persona vino a una oficina',
    'letter-came': 'La persona nos escribió',
    'payment-question': 'Hay que buscar un pago',
    correction: 'Hay que corregir un registro',
    audit: 'Se está revisando una declaración',
  },
  problems: {
    number: 'Escriba el número de expediente: hasta 10 cifras',
    used: 'Este formulario ya abrió un expediente. Revise el número y presione el botón otra vez',
    reason: 'Elija por qué abre este expediente',
    code: 'Este código no sirve. Puede estar mal escrito, ya usado o tener más de un día',
  },
  noRecord: {
    title: 'No hay nada que mostrar con este número',
    text: 'No se puede abrir ningún expediente con él. Pídale a la persona que se lo lea otra vez. Los números incorrectos se cuentan.',
    again: 'Probar otro número',
  },
  tooMany: {
    title: 'Demasiados números de expediente incorrectos',
    text: 'Durante la próxima hora no puede abrir expedientes. Si necesita uno antes, pregunte a su supervisor.',
  },
  ended: {
    title: 'El tiempo para ver este expediente terminó',
    text: 'Un expediente queda abierto 15 minutos. Para verlo otra vez, ábralo de nuevo y diga por qué.',
    again: 'Abrir un expediente',
  },
  file: {
    title: 'Expediente',
    name: 'Nombre',
    taxpayerNumber: 'Número de contribuyente',
    why: 'Motivo',
    until: 'Abierto hasta',
    masked: 'Los datos personales van ocultos. La persona puede ver que usted abrió su expediente.',
    close: 'Abrir otro expediente',
    balances: 'Saldos',
    filings: 'Lo que se presentó',
    payments: 'Pagos',
    notices: 'Avisos',
    read: 'Leído',
    unread: 'Aún no leído',
    none: 'Ninguno.',
  },
  enroll: {
    title: 'Configurar el acceso del personal',
    lead: 'Usted inició sesión. Escriba el código que le dio su departamento. Sirve una vez, durante un día.',
    code: 'Código',
    codeHint: 'Cuatro grupos de cuatro, por ejemplo ABCD-EFGH-JKMN-PQRS',
    submit: 'Usar este código',
  },
  signIn: {
    title: 'Personal: inicie sesión',
    lead: 'El personal inicia sesión con una llave de acceso o una llave de seguridad. La sesión termina tras 15 minutos sin actividad.',
    action: 'Iniciar sesión con Signet',
  },
  problem: {
    title: 'No inició sesión',
    text: 'El personal inicia sesión con una llave de acceso o una llave de seguridad. Empiece otra vez y use una suya.',
    unavailable:
      'No pudimos comunicarnos con Signet, que verifica quién es usted. Inténtelo en unos minutos.',
    again: 'Intentar otra vez',
  },
  signedOut: {
    title: 'Cerró la sesión',
    onlyHere:
      'Cerró la sesión aquí. No pudimos comunicarnos con Signet, así que allí puede seguir abierta. En una computadora compartida, cierre el navegador.',
    text: 'Ya no hay ningún expediente abierto.',
    again: 'Iniciar sesión de nuevo',
  },
};
