import type { claims as english } from '../en/claims.ts';

export const claims: typeof english = {
  title: 'Sus solicitudes',
  none: 'Todavía no ha solicitado nada.',
  see: 'Ver qué puede solicitar',
  of: (benefit) => `Solicitud: ${benefit.toLowerCase()}`,
  number: 'Número de solicitud',
  received: (day) => `Recibida el ${day}`,
  form: {
    title: (benefit) => `Solicitar: ${benefit.toLowerCase()}`,
    contact: '¿Cómo debemos decirle lo que decidamos?',
    problem: 'Elija cómo debemos decírselo',
    next: 'Revisar sus respuestas',
  },
  contact: {
    email: { label: 'Por correo electrónico', note: ({ email }) => email },
    letter: { label: 'Por carta', note: ({ address }) => address },
    here: { label: 'Lo veré aquí', note: 'Inicie sesión y abra “Sus solicitudes”.' },
  },
  check: {
    title: 'Revise sus respuestas',
    benefit: 'Usted solicita',
    name: 'Nombre',
    birthDate: 'Fecha de nacimiento',
    service: 'Usted sirvió',
    fromTo: (from, to) => `Del ${from} al ${to}`,
    contact: 'Cómo se lo decimos',
    terms: 'Al presentarla, usted declara que lo que nos dijo es verdad.',
    file: 'Presentar esta solicitud',
    change: 'Cambiar',
  },
  state: {
    received: { label: 'Recibida', text: 'Tenemos su solicitud. Alguien la verá pronto.' },
    'in-review': {
      label: 'En revisión',
      text: 'Alguien está comparando su solicitud con nuestros registros.',
    },
    approved: { label: 'Aprobada', text: 'Usted recibe este beneficio. No tiene que hacer nada más.' },
    denied: {
      label: 'No aprobada',
      text: 'No encontramos servicio de antes de que cumpliera 18 años. Si sus papeles dicen otra cosa, llame al 202-555-0177.',
    },
    withdrawn: { label: 'Retirada', text: 'Usted retiró esta solicitud. Puede volver a solicitar.' },
  },
  steps: {
    title: 'Cómo va',
    received: 'Recibida',
    'in-review': 'En revisión',
    decided: 'Decidida',
    withdrawn: 'Retirada',
    planned: (day) => `A más tardar el ${day}`,
  },
  receipt: 'Lo que presentó',
  withdraw: {
    title: '¿Cambió de opinión?',
    text: (day) => `Puede retirar esta solicitud hasta el ${day}.`,
    action: 'Retirar esta solicitud',
  },
  filed: 'Tenemos su solicitud. Puede imprimir esta página como comprobante.',
  already: 'Usted ya lo había solicitado. Esta es esa solicitud.',
  tooLate: 'Esta solicitud ya se decidió, así que no se puede retirar.',
  madeUp: 'Esta oficina es inventada: no le escribe a nadie.',
};
