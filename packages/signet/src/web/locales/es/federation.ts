import { al, atStart } from '../../../kernel/index.ts';
import type { consent as english } from '../en/federation.ts';

export const consent: typeof english = (brand) => ({
  title: (agency) => `Comparta su información con ${agency}`,
  lead: (agency) => `${atStart(agency)} pide lo siguiente. No recibe nada hasta que usted acepte.`,
  why: 'Por qué lo pide',
  required: 'Lo que necesita',
  optional: 'Lo que puede omitir',
  optionalHint: 'Puede iniciar sesión sin compartir esto.',
  share: (item) => `Compartir también ${item.charAt(0).toLowerCase()}${item.slice(1)}`,
  nothingHeld: 'No tenemos este dato',
  remembered: 'Recordaremos su decisión para la próxima vez. Puede verla y terminarla en su cuenta.',
  told: (agency) =>
    `Cada vez que inicia sesión, también informamos ${al(agency)} cómo entró y si su identidad está verificada.`,
  toldHow: (agency) =>
    `Cada vez que inicia sesión, también informamos ${al(agency)} cómo entró y cómo se verificó su identidad.`,
  agree: 'Aceptar y continuar',
  decline: (agency) => `No compartir, volver ${al(agency)}`,
  nothing: {
    title: (agency) => `Inicie sesión en ${agency}`,
    lead: (agency) =>
      `${atStart(agency)} no pide datos sobre usted. Recibe un código que ninguna otra agencia ve, y por él le reconoce cuando vuelve.`,
    agree: 'Continuar',
    decline: (agency) => `Volver ${al(agency)}`,
  },
  expired: {
    title: 'Esa solicitud ya venció',
    body: 'Pasó demasiado tiempo, ya fue respondida o se empezó en otro navegador. No se compartió nada.',
    next: 'Vuelva a la agencia y presione “Iniciar sesión” otra vez.',
  },
  agencies: `Ver las agencias que usan ${brand}`,
  signOutQuestion: {
    title: `¿Desea cerrar también su sesión de ${brand}?`,
    body: `Cerró su sesión en la agencia. Si otras personas usan este dispositivo, cierre también la de ${brand}. Así se cierra su sesión en todas las agencias.`,
    everywhere: 'Cerrar sesión en todas partes',
    stay: `Seguir con la sesión de ${brand}`,
  },
  signedOut: {
    title: 'Su sesión está cerrada',
    body: `Cerró su sesión de ${brand} y de cada agencia donde la usaba.`,
    next: 'En un dispositivo compartido, cierre la ventana del navegador.',
  },
  providerError: {
    title: 'No pudimos completar ese inicio de sesión',
    body: 'Algo en la solicitud de la agencia no estaba bien, o pasó demasiado tiempo. No se compartió nada.',
    next: 'Vuelva a la agencia y presione “Iniciar sesión” otra vez. Si se repite, dígale este código a la agencia:',
  },
});
