import type { RecoveryNotices, RecoveryTexts } from '../recovery-templates.ts';
import { type Service, type TextWordsOf, timeIn, type WordsOf } from './words.ts';

const time = timeIn('es-US');

const stop = ({ notMeUrl }: Service): string[] => ['Si no fue usted, deténgalo aquí:', notMeUrl];

export const spanishRecoveryNotices: WordsOf<RecoveryNotices> = {
  'recovery-code': ({ code, minutes, link }, { name }) => ({
    subject: `${code} es su código de ${name}`,
    paragraphs: [
      `Usted pidió ayuda para volver a entrar en ${name}. Su código es:`,
      code,
      `El código sirve una sola vez, durante ${minutes} minutos, en la página donde lo pidió. Por sí solo no abre nada.`,
      'También puede abrir este enlace, en cualquier navegador. Sirve una sola vez, durante un día:',
      link,
      `No dé el código ni el enlace a nadie, ni a quien diga que es de ${name}. Si no lo pidió usted, no haga nada.`,
    ],
  }),
  'recovery-no-account': ({ link }, { name }) => ({
    subject: `No hay ninguna cuenta de ${name} con este correo electrónico`,
    paragraphs: [
      `Usted pidió ayuda para volver a entrar en ${name}. No hay ninguna cuenta con este correo electrónico.`,
      'Pruebe con otro correo electrónico que pudo haber usado. También puede crear una cuenta nueva:',
      link,
      'Si usted no lo pidió, no haga nada.',
    ],
  }),
  'recovery-started': ({ at }, service) => ({
    subject: `Recuperación de su cuenta de ${service.name}`,
    paragraphs: [
      `El ${time(at, service.timeZone)} se escribió el código que enviamos a su correo electrónico, para recuperar su cuenta de ${service.name}. Hace falta una prueba más para entrar.`,
      'Si fue usted, no tiene que hacer nada.',
      ...stop(service),
    ],
  }),
  'recovery-succeeded': ({ at }, service) => ({
    subject: `Usted recuperó su cuenta de ${service.name}`,
    paragraphs: [
      `El ${time(at, service.timeZone)} se dieron dos pruebas de que su cuenta de ${service.name} es suya. Ahora puede configurar formas nuevas de iniciar sesión. Se cerró la sesión de todos los demás.`,
      'Si fue usted, no tiene que hacer nada.',
      ...stop(service),
    ],
  }),
  disavowed: ({ kind, at }, { name, timeZone }) => ({
    subject: `Lo detuvimos: su cuenta de ${name}`,
    paragraphs: [
      `El ${time(at, timeZone)} alguien abrió un enlace de uno de nuestros mensajes y nos dijo “no fui yo”. ${undone[kind]}`,
      'Se cerraron todas las sesiones. Si fue usted quien nos avisó, inicie sesión y revise su cuenta.',
      'Si no fue usted, otra persona puede estar leyendo su correo. Cambie la contraseña de su correo, después inicie sesión y revise su cuenta.',
    ],
  }),
  'account-reopened': ({ at }, { name, notMeUrl, timeZone }) => ({
    subject: `Su cuenta de ${name} está abierta otra vez`,
    paragraphs: [
      `Su cuenta de ${name} estaba bloqueada porque alguien nos dijo “no fui yo”. El ${time(at, timeZone)} una persona de nuestro equipo la revisó y la abrió otra vez. Puede iniciar sesión como antes.`,
      `Si usted no lo pidió, inicie sesión, revise su cuenta y abra esta página: ${notMeUrl}. Dice qué hacer.`,
    ],
  }),
  'recovery-allowed-again': ({ at }, service) => ({
    subject: `Ya puede recuperar su cuenta de ${service.name} por correo electrónico otra vez`,
    paragraphs: [
      `Después de “no fui yo”, nadie podía recuperar su cuenta de ${service.name} por correo electrónico durante un tiempo. El ${time(at, service.timeZone)} alguien con la sesión iniciada en su cuenta lo permitió otra vez.`,
      'Si fue usted, no tiene que hacer nada.',
      `Si no fue usted, avísenos ahora en ${service.notMeUrl} y cierre la sesión en todos los dispositivos desde su cuenta.`,
    ],
  }),
  'recovery-contact-code': ({ code, minutes }, { name }) => ({
    subject: `${code} es su código de ${name}`,
    paragraphs: [
      `Usted pidió a ${name} que escriba a esta dirección para recuperar una cuenta. Su código es:`,
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
      'Nunca le pediremos una contraseña ni un código por teléfono o por correo electrónico.',
    ],
  }),
  'recovery-waiting': ({ at, until }, service) => ({
    subject: `Su cuenta de ${service.name} se abrirá otra vez el ${time(until, service.timeZone)}, a menos que usted lo detenga`,
    paragraphs: [
      `Se nos dijo que se perdieron todas las formas de iniciar sesión en su cuenta de ${service.name}. El ${time(at, service.timeZone)} una persona capacitada revisó las pruebas y estuvo de acuerdo.`,
      `Para proteger su cuenta, esperaremos hasta el ${time(until, service.timeZone)}. Después se podrán configurar formas nuevas de iniciar sesión.`,
      'Si fue usted, no tiene que hacer nada.',
      ...stop(service),
    ],
  }),
  'recovery-case-approved': ({ reference, until }, { name, timeZone }) => ({
    subject: `Su caso ${reference} de ${name}: sí, y cuándo`,
    paragraphs: [
      `Una persona aceptó su solicitud. Para proteger la cuenta, esperaremos hasta el ${time(until, timeZone)}. Después le enviaremos un enlace a esta dirección.`,
      'No tiene que hacer nada hasta entonces.',
    ],
  }),
  'recovery-case-refused': ({ reference, link }, { name }) => ({
    subject: `Su caso ${reference} de ${name}: todavía no`,
    paragraphs: [
      'Una persona revisó su solicitud y no pudo dejarle entrar: lo que usted mostró no basta para confirmar que la cuenta es suya. No decimos más por correo electrónico.',
      'Puede pedir otra revisión: empiece de nuevo aquí, con otro documento si puede. Entonces decidirá otra persona.',
      link,
      'La agencia a la que quiere llegar también puede atenderle sin esta cuenta. Pregunte cómo.',
    ],
  }),
  'recovery-case-canceled': ({ reference, link }, { name }) => ({
    subject: `Se detuvo su caso ${reference} de ${name}`,
    paragraphs: [
      'Detuvimos esta solicitud, porque alguien que tiene acceso a la cuenta nos dijo que no era suya. No se cambió nada.',
      'Si la cuenta es suya, empiece de nuevo aquí:',
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
  'recovery-started': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: se empezó a recuperar su cuenta (${time(at, timeZone)}). ¿No fue usted? Deténgalo: ${notMeUrl}`,
  'recovery-succeeded': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: usted recuperó su cuenta (${time(at, timeZone)}). ¿No fue usted? Deténgalo: ${notMeUrl}`,
  'recovery-waiting': ({ until }, { name, notMeUrl, timeZone }) =>
    `${name}: su cuenta se abrirá otra vez el ${time(until, timeZone)}. ¿No fue usted? Deténgalo: ${notMeUrl}`,
};
