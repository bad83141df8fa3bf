import type { RecoveryNotices, RecoveryTexts } from '../recovery-templates.ts';
import { type Service, type TextWordsOf, timeIn, type WordsOf } from './words.ts';

const time = timeIn('es-US');

const stop = ({ notMeUrl }: Service): string[] => ['Si no fue usted, deténgalo aquí:', notMeUrl];

export const spanishRecoveryNotices: WordsOf<RecoveryNotices> = {
  'recovery-code': ({ code, minutes }, { name }) => ({
    subject: `${code} es su código de ${name}`,
    paragraphs: [
      `Alguien, quizás usted, no puede iniciar sesión en ${name} y dio este correo electrónico. Su código es:`,
      code,
      `Sirve una sola vez, durante ${minutes} minutos, en la página donde lo pidió. El código solo no abre nada.`,
      `No dé este código a nadie, ni a quien diga que es de ${name}. Si no lo pidió usted, no haga nada.`,
    ],
  }),
  'recovery-no-account': ({ link }, { name }) => ({
    subject: `No hay ninguna cuenta de ${name} con este correo electrónico`,
    paragraphs: [
      `Alguien, quizás usted, no puede iniciar sesión en ${name} y dio este correo electrónico. No hay ninguna cuenta con él.`,
      'Si fue usted, pruebe con otro correo electrónico que pudo haber usado. También puede crear una cuenta nueva:',
      link,
      'Si no fue usted, no haga nada.',
    ],
  }),
  'recovery-started': ({ at }, service) => ({
    subject: `Alguien está recuperando su cuenta de ${service.name}`,
    paragraphs: [
      `El ${time(at)} alguien escribió un código que enviamos a su correo, porque no puede iniciar sesión en ${service.name}. Necesita una prueba más para entrar.`,
      'Si fue usted, no tiene que hacer nada.',
      ...stop(service),
    ],
  }),
  'recovery-succeeded': ({ at }, service) => ({
    subject: `Alguien recuperó su cuenta de ${service.name}`,
    paragraphs: [
      `El ${time(at)} alguien mostró dos pruebas de que es dueño de su cuenta de ${service.name}. Ahora puede configurar formas nuevas de iniciar sesión. Se cerró la sesión de todos los demás.`,
      'Si fue usted, no tiene que hacer nada.',
      ...stop(service),
    ],
  }),
  disavowed: ({ kind, at }, { name }) => ({
    subject: `Lo detuvimos: su cuenta de ${name}`,
    paragraphs: [
      `El ${time(at)} alguien abrió un enlace de uno de nuestros mensajes y nos dijo “no fui yo”. ${undone[kind]}`,
      'Se cerraron todas las sesiones. Si fue usted quien nos avisó, inicie sesión y revise su cuenta.',
      'Si no fue usted, otra persona puede estar leyendo su correo. Cambie la contraseña de su correo, después inicie sesión y revise su cuenta.',
    ],
  }),
  'account-reopened': ({ at }, { name }) => ({
    subject: `Su cuenta de ${name} está abierta otra vez`,
    paragraphs: [
      `Su cuenta de ${name} estaba bloqueada porque alguien nos dijo “no fui yo”. El ${time(at)} una persona de nuestro equipo la revisó y la abrió otra vez. Puede iniciar sesión como antes.`,
      `Si usted no lo pidió, inicie sesión y revise su cuenta, o responda a este mensaje.`,
    ],
  }),
  'recovery-allowed-again': ({ at }, service) => ({
    subject: `Ya puede recuperar su cuenta de ${service.name} por correo otra vez`,
    paragraphs: [
      `Después de “no fui yo”, nadie podía recuperar su cuenta de ${service.name} por correo durante un tiempo. El ${time(at)} alguien con la sesión iniciada en su cuenta lo permitió otra vez.`,
      'Si fue usted, no tiene que hacer nada.',
      `Si no fue usted, avísenos ahora en ${service.notMeUrl} y cierre la sesión en todos los dispositivos desde su cuenta.`,
    ],
  }),
  'recovery-contact-code': ({ code, minutes }, { name }) => ({
    subject: `${code} es su código de ${name}`,
    paragraphs: [
      `Alguien, quizás usted, pidió a ${name} que escriba a esta dirección para recuperar una cuenta. Su código es:`,
      code,
      `Sirve una sola vez, durante ${minutes} minutos, en la página donde lo pidió. Si no lo pidió usted, no haga nada.`,
    ],
  }),
  'recovery-case-opened': ({ reference, link }, { name }) => ({
    subject: `Su caso ${reference} de ${name}`,
    paragraphs: [
      `Recibimos su solicitud para recuperar una cuenta. Una persona la revisará y le escribirá aquí. Su número de caso es ${reference}.`,
      'Guarde este mensaje. Puede ver cómo va aquí:',
      link,
      'Nunca le pediremos una contraseña ni un código por teléfono o por correo.',
    ],
  }),
  'recovery-waiting': ({ at, until }, service) => ({
    subject: `Alguien entrará a su cuenta de ${service.name} el ${time(until)}`,
    paragraphs: [
      `Alguien nos dijo que perdió todas las formas de iniciar sesión en su cuenta de ${service.name}. El ${time(at)} una persona capacitada revisó sus pruebas y estuvo de acuerdo.`,
      `Para estar seguros, esperamos hasta el ${time(until)}. Después podrá configurar formas nuevas de iniciar sesión.`,
      'Si fue usted, no tiene que hacer nada.',
      ...stop(service),
    ],
  }),
  'recovery-case-approved': ({ reference, until }, { name }) => ({
    subject: `Su caso ${reference} de ${name}: sí, y cuándo`,
    paragraphs: [
      `Una persona aceptó su solicitud. Para proteger la cuenta, esperamos hasta el ${time(until)}. Después le enviamos un enlace a esta dirección.`,
      'No tiene que hacer nada hasta entonces.',
    ],
  }),
  'recovery-case-refused': ({ reference, link }, { name }) => ({
    subject: `Su caso ${reference} de ${name}: todavía no`,
    paragraphs: [
      'Una persona revisó su solicitud y no pudo dejarle entrar: lo que mostró no comprobó que la cuenta es suya. No decimos más por correo.',
      'Puede pedir que se revise otra vez. Responda a este mensaje con su número de caso, o empiece de nuevo con otro documento. Entonces decide otra persona.',
      link,
      'La agencia a la que quiere llegar también puede atenderle sin esta cuenta. Pregunte cómo.',
    ],
  }),
  'recovery-case-canceled': ({ reference, link }, { name }) => ({
    subject: `Se detuvo su caso ${reference} de ${name}`,
    paragraphs: [
      'Alguien que tiene acceso a la cuenta nos dijo que esta solicitud no era suya, así que la detuvimos. No se cambió nada.',
      'Si la cuenta es suya, responda a este mensaje con su número de caso. También puede empezar de nuevo:',
      link,
    ],
  }),
  'recovery-case-link': ({ link, hours }, { name }) => ({
    subject: `Su enlace para recuperar su cuenta de ${name}`,
    paragraphs: [
      'Terminó el tiempo de espera. Abra este enlace en el dispositivo que usará para iniciar sesión:',
      link,
      `Sirve una sola vez, durante ${hours} horas. No lo dé a nadie.`,
    ],
  }),
};

const undone: Readonly<Record<RecoveryNotices['disavowed']['kind'], string>> = {
  authenticator: 'Quitamos la forma nueva de iniciar sesión.',
  'sign-in': 'Desactivamos la contraseña. Elija una nueva cuando haya iniciado sesión.',
  recovery: 'Detuvimos la recuperación y quitamos lo que se configuró con ella.',
  identity: 'Bloqueamos la cuenta hasta que una persona la revise.',
  contact: 'Deshicimos el cambio de sus datos de contacto.',
};

export const spanishRecoveryTexts: TextWordsOf<RecoveryTexts> = {
  'recovery-started': ({ at }, { name, notMeUrl }) =>
    `${name}: alguien está recuperando su cuenta (${time(at)}). ¿No fue usted? Deténgalo: ${notMeUrl}`,
  'recovery-succeeded': ({ at }, { name, notMeUrl }) =>
    `${name}: alguien recuperó su cuenta (${time(at)}). ¿No fue usted? Deténgalo: ${notMeUrl}`,
  'recovery-waiting': ({ until }, { name, notMeUrl }) =>
    `${name}: alguien que perdió todas las formas de iniciar sesión entrará a su cuenta el ${time(until)}. ¿No fue usted? Deténgalo: ${notMeUrl}`,
};
