import { triesADay } from './postgres-tries.ts';
import type { refundTool as english } from './words-en.ts';

export const refundTool: typeof english = {
  title: '¿Dónde está mi reembolso?',
  intro: {
    lead: 'Vea si llegó su declaración, si se aprobó su reembolso y cuándo se envió.',
    signIn: 'Iniciar sesión con Signet',
    needTitle: 'Qué necesita',
    need: [
      'Una cuenta de Signet. No tiene que verificar su identidad, y no se comparte nada sobre usted.',
      'Su número de Seguro Social o de contribuyente',
      'De su declaración: el año, su estado civil para efectos de la declaración y el monto exacto del reembolso',
    ],
    known:
      '¿Ya abrió aquí su cuenta de impuestos? Entonces no tiene que escribir nada: sabemos cuál reembolso es el suyo.',
    whenTitle: 'Cuándo puede verlo',
    when: 'Un día después de enviar su declaración por internet, cuatro semanas después de enviarla por correo postal. La mayoría de los reembolsos se envían en 21 días; si declaró en papel, tardan 6 semanas o más.',
  },
  form: {
    lead: 'Escriba estos cuatro datos como están en su declaración. Todos tienen que coincidir.',
    number: 'Número de Seguro Social o de contribuyente',
    numberHint: 'Nueve dígitos',
    year: 'Año tributario',
    status: 'Estado civil para efectos de la declaración',
    amount: 'Monto del reembolso',
    amountHint: 'En dólares enteros, por ejemplo 1234',
    show: 'Ver mi reembolso',
  },
  problems: {
    number: 'Escriba los nueve dígitos del número',
    year: 'Elija un año tributario',
    status: 'Elija un estado civil para efectos de la declaración',
    amount: 'Escriba el monto del reembolso, por ejemplo 1234',
  },
  noMatch: {
    title: 'No encontramos un reembolso que coincida',
    lead: 'Esto puede significar que:',
    reasons: [
      'uno de los cuatro datos no es como está en su declaración,',
      'su declaración todavía no llegó, o fue devuelta,',
      'ese año no se pidió un reembolso.',
    ],
  },
  another: 'Preguntar por otro reembolso',
  none: 'Sabemos cuál expediente es el suyo. En él no hay ningún reembolso de los últimos tres años.',
  toAccount: {
    note: 'El monto, a dónde va y todo lo demás están en su cuenta de impuestos.',
    action: 'Abrir mi cuenta de impuestos',
  },
  numberClosed: {
    title: 'Hoy ya no podemos responder más preguntas sobre este número',
    lead: 'Se hicieron demasiadas preguntas sobre él que no coincidían con nada, quizás por otra persona. ¿Es su número? Inicie sesión: en su cuenta de impuestos ve su reembolso de inmediato. O inténtelo de nuevo mañana.',
  },
  tooMany: {
    title: 'Demasiados intentos por hoy',
    lead: `Para que nadie pueda adivinar, se permiten ${triesADay.person} intentos al día que no coincidan con nada. Inténtelo de nuevo mañana, o abra ahora su cuenta de impuestos: ahí ve su reembolso de inmediato.`,
  },
};
