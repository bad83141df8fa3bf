import type { claims as english } from './words-en.ts';

export const claims: typeof english = {
  title: 'Sus solicitudes',
  none: 'Todavía no ha solicitado nada.',
  see: 'Ver qué puede solicitar',
  of: (benefit) => `Solicitud: ${benefit.toLowerCase()}`,
  number: 'Número de solicitud',
  received: (day) => `Recibida el ${day}`,
  form: {
    title: (benefit) => `Solicitar: ${benefit.toLowerCase()}`,
    contact: '¿Cómo quiere que le avisemos de la decisión?',
    problem: 'Elija cómo quiere que le avisemos',
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
    contact: 'Cómo le avisamos',
    terms: 'Al presentarla, usted declara que lo que nos dijo es verdad.',
    file: 'Presentar esta solicitud',
    change: 'Cambiar',
  },
  state: {
    received: { label: 'Recibida', text: 'Tenemos su solicitud. Alguien la revisará pronto.' },
    'in-review': {
      label: 'En revisión',
      text: 'Alguien está comparando su solicitud con nuestros registros.',
    },
    approved: { label: 'Aprobada', text: 'Usted recibe este beneficio. No tiene que hacer nada más.' },
    denied: {
      label: 'No aprobada',
      text: 'No encontramos ningún servicio anterior a sus 18 años. Si sus documentos dicen otra cosa, llame al 202-555-0177.',
    },
    withdrawn: { label: 'Retirada', text: 'Usted retiró esta solicitud. Puede volver a solicitarlo.' },
  },
  steps: {
    title: 'En qué etapa está',
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
  already: 'Usted ya lo había solicitado. Esta es su solicitud.',
  tooLate: 'Esta solicitud ya se decidió, así que no se puede retirar.',
  madeUp: 'Esta oficina es inventada: no le escribe a nadie.',
};
