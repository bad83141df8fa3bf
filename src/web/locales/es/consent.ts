import type { consent as english } from '../en/consent.ts';

export const consent: typeof english = {
  title: (agency) => `Comparta su información con ${agency}`,
  lead: (agency) => `${agency} pide lo siguiente. No recibe nada hasta que usted acepte.`,
  why: 'Por qué lo pide',
  items: {
    name: 'Su nombre',
    birthdate: 'Su fecha de nacimiento',
    address: 'Su dirección',
    email: 'Su correo electrónico',
    ssn: 'Su número de Seguro Social',
  },
  required: 'Lo que necesita',
  optional: 'Lo que puede omitir',
  optionalHint: 'Puede iniciar sesión sin compartir esto.',
  share: (item) => `Compartir: ${item.toLowerCase()}`,
  nothingHeld: 'No tenemos este dato',
  remembered: (agency) =>
    `Recordamos su decisión para no preguntarle cada vez. Puede verla y terminarla en su cuenta. A ${agency} se le informa cada vez cómo inició sesión y cómo se comprobó su identidad.`,
  agree: 'Aceptar y continuar',
  decline: (agency) => `No compartir, volver a ${agency}`,
  expired: {
    title: 'Esa solicitud terminó',
    body: 'Pasó demasiado tiempo, ya fue respondida o se empezó en otro navegador. No se compartió nada.',
    next: 'Vuelva a la agencia y presione “Iniciar sesión” otra vez.',
  },
  unknownLevel: {
    title: 'Esta agencia pidió algo que no ofrecemos',
    body: 'La solicitud nombra un nivel de prueba de identidad que aquí no existe. No se compartió nada.',
    next: 'Por favor avise a la agencia que su inicio de sesión no funciona.',
  },
  signOutQuestion: {
    title: '¿Desea cerrar también su sesión de Signet?',
    body: 'Cerró su sesión en la agencia. Si comparte este dispositivo, cierre también la de Signet: se avisa a cada agencia donde tenga una sesión.',
    everywhere: 'Cerrar sesión en todas partes',
    stay: 'Seguir con la sesión de Signet',
  },
  signedOut: {
    title: 'Su sesión está cerrada',
    body: 'Cerró la sesión de Signet y de cada agencia donde la usaba.',
    next: 'En un dispositivo compartido, cierre la ventana del navegador.',
  },
  providerError: {
    title: 'No pudimos completar ese inicio de sesión',
    body: 'La solicitud de la agencia estaba incompleta, había terminado o no era de confianza. No se compartió nada.',
    next: 'Vuelva a la agencia y presione “Iniciar sesión” otra vez. Si se repite, dígale este código a la agencia:',
  },
};
