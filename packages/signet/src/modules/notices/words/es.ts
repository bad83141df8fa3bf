import { al } from '../../../kernel/index.ts';
import type { AskedFromWords } from '../templates.ts';
import { deviceInWords, type PlaceWords, placeInWords } from './device-and-place.ts';
import { spanishRecoveryNotices, spanishRecoveryTexts } from './recovery-es.ts';
import {
  type AuthenticatorWords,
  boundTo,
  dayIn,
  hostOf,
  type Service,
  type TextWords,
  timeIn,
  type Words,
} from './words.ts';

const time = timeIn('es-US');
const day = dayIn('es-US');

const names: AuthenticatorWords = {
  password: 'contraseña',
  totp: 'aplicación de autenticación',
  passkey: 'llave de acceso',
  'recovery-codes': 'lista de códigos de recuperación',
  phone: 'teléfono para recibir códigos',
};

/** With the article, which has the gender of the thing. */
const one: AuthenticatorWords = {
  password: 'una contraseña',
  totp: 'una aplicación de autenticación',
  passkey: 'una llave de acceso',
  'recovery-codes': 'una lista de códigos de recuperación',
  phone: 'un teléfono para recibir códigos',
};

const where = (place: PlaceWords | undefined): string => {
  const words = placeInWords('es', place);
  return words ? `, ${words}` : '';
};

const notYou = (service: Service): string =>
  `Si no fue usted, abra ahora esta página: ${service.notMeUrl}. Dice qué hacer.`;

export const spanish: Words = {
  ...spanishRecoveryNotices,
  'email-code': ({ code, link, minutes, agency }, { name }) => ({
    subject: `${code} es su código de ${name}`,
    paragraphs: [
      `Su código para confirmar este correo electrónico en ${name} es:`,
      code,
      'También puede abrir este enlace:',
      link,
      `Escriba el código solo en la página de ${hostOf(link)}, donde lo pidió${agency ? ` de camino ${al(agency)}` : ''}. Si se lo pide una página de otra dirección, ciérrela: no es nuestra.`,
      `El código sirve una sola vez, durante ${minutes} minutos, y el enlace una sola vez, durante un día. Nunca le pediremos el código por teléfono ni por correo electrónico.`,
      'Si no lo pidió usted, no haga nada: sin el código no se crea ninguna cuenta.',
    ],
  }),
  'account-exists': ({ link }, { name }) => ({
    subject: `Ya tiene una cuenta de ${name}`,
    paragraphs: [
      `Usted, o alguien que escribió su dirección por error, pidió una cuenta nueva de ${name} con este correo electrónico. Usted ya tiene una.`,
      'Inicie sesión aquí:',
      link,
      'Si no fue usted, no haga nada: su cuenta no ha cambiado.',
    ],
  }),
  'email-address-code': ({ code, minutes }, { name }) => ({
    subject: `${code} es su código de ${name}`,
    paragraphs: [
      `Para agregar este correo electrónico a su cuenta de ${name}, escriba este código en la página donde lo pidió:`,
      code,
      `El código sirve una sola vez, durante ${minutes} minutos, y solo en esa página. No diga este código a nadie, ni a quien diga ser de ${name}.`,
      'Si no fue usted, no haga nada: sin el código este correo no se agrega.',
    ],
  }),
  'email-address-in-use': (_values, { name }) => ({
    subject: `Su correo electrónico no se agregó a otra cuenta de ${name}`,
    paragraphs: [
      `Usted, o alguien que escribió su dirección por error, pidió agregar este correo electrónico a una cuenta de ${name}. Ya es el correo de la cuenta de usted, así que no se agregó. Su cuenta no ha cambiado.`,
      'Si fue usted, inicie sesión en la cuenta que tiene este correo. Allí puede quitarlo primero.',
      'Si no fue usted, no haga nada.',
    ],
  }),
  'email-addresses-changed': ({ change, address, at }, service) => ({
    subject: {
      added: `Se agregó un correo electrónico a su cuenta de ${service.name}`,
      removed: `Se quitó un correo electrónico de su cuenta de ${service.name}`,
      primary: `Cambió el correo principal de su cuenta de ${service.name}`,
    }[change],
    paragraphs: [
      {
        added: `El correo ${address} se confirmó y se agregó a su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}. Sirve para iniciar sesión y recibe los mismos avisos que este.`,
        removed: `El correo ${address} se quitó de su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}. Ya no sirve para iniciar sesión. Durante siete días todavía recibirá avisos sobre la cuenta.`,
        primary: `El correo principal de su cuenta de ${service.name} ahora es ${address}. Fecha: ${time(at, service.timeZone)}.`,
      }[change],
      'Si fue usted, no tiene que hacer nada.',
      notYou(service),
    ],
  }),
  'account-ready': ({ waysIn, at }, service) => ({
    subject: `Su cuenta de ${service.name} está lista`,
    paragraphs: [
      `Usted terminó de crear su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}. Para iniciar sesión usa su ${waysIn.map((way) => names[way]).join(' y su ')}.`,
      'Guarde sus códigos de recuperación en un lugar seguro. Si pierde una manera de iniciar sesión, uno de ellos le permite volver a entrar.',
      'Puede usar esta cuenta en todas las agencias que la aceptan. Si una agencia necesita saber quién es usted, el paso siguiente es verificar su identidad. La agencia le llevará ahí, o puede empezar en su cuenta.',
      notYou(service),
    ],
  }),
  'new-authenticator': ({ authenticator, replaced, at }, service) => ({
    subject: replaced
      ? `Cambió su ${names[authenticator]} de ${service.name}`
      : `Nueva forma de iniciar sesión en ${service.name}: ${names[authenticator]}`,
    paragraphs: [
      replaced
        ? `Se cambió la ${names[authenticator]} de su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}. La anterior ya no sirve.`
        : `Se agregó ${one[authenticator]} a su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}.`,
      'Si fue usted, no tiene que hacer nada.',
      notYou(service),
    ],
  }),
  'authenticator-removed': ({ authenticator, at }, service) => ({
    subject: `Se quitó una forma de iniciar sesión en ${service.name}: ${names[authenticator]}`,
    paragraphs: [
      `Se quitó ${one[authenticator]} de su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}. Ya no sirve para iniciar sesión.`,
      'Si fue usted, no tiene que hacer nada.',
      notYou(service),
    ],
  }),
  'authenticator-disabled': ({ authenticator, at }, service) => ({
    subject: `Desactivamos su ${names[authenticator]} de ${service.name}`,
    paragraphs: [
      `Hubo demasiados intentos fallidos seguidos con su ${names[authenticator]} de ${service.name}. Para proteger su cuenta, desactivamos esa manera de iniciar sesión. Fecha: ${time(at, service.timeZone)}.`,
      'Inicie sesión de otra manera, por ejemplo con una llave de acceso, y configúrela de nuevo.',
      `Si esos intentos no fueron suyos, abra esta página: ${service.notMeUrl}. Dice qué hacer.`,
    ],
  }),
  'phone-changed-hands': ({ phone, at }, service) => ({
    subject: `Dejamos de enviar códigos de ${service.name} a un teléfono suyo`,
    paragraphs: [
      `Después de la contraseña correcta de su cuenta de ${service.name}, se nos pidió un código para el teléfono ${phone}. Fecha: ${time(at, service.timeZone)}. No lo enviamos: la compañía telefónica dice que la tarjeta SIM o la compañía de este número cambió en los últimos días.`,
      'Si tiene una tarjeta SIM o una compañía nueva, inicie sesión de otra forma. Los códigos a este teléfono volverán a servir tres días después del cambio.',
      `Si usted no cambió nada, un ladrón podría tener su número. Llame a su compañía telefónica, cambie su contraseña y abra esta página: ${service.notMeUrl}. Dice qué más hacer.`,
    ],
  }),
  'recovery-code-used': ({ left, at }, service) => ({
    subject: `Se usó un código de recuperación de ${service.name}`,
    paragraphs: [
      `Se usó uno de sus códigos de recuperación para iniciar sesión en ${service.name}. Fecha: ${time(at, service.timeZone)}. ${left === 1 ? 'Queda un código' : `Quedan ${left} códigos`}.`,
      'Si fue usted, quizás quiera crear una lista nueva.',
      notYou(service),
    ],
  }),
  'new-sign-in': ({ device, place, signals, at }, service) => ({
    subject: `Nuevo inicio de sesión en ${service.name}: ${deviceInWords('es', device)}`,
    paragraphs: [
      `Se inició sesión en su cuenta de ${service.name} con ${deviceInWords('es', device)}${where(place)}. Fecha: ${time(at, service.timeZone)}. Usted no había usado este navegador aquí antes.`,
      ...(signals.includes('impossible-travel')
        ? [
            'Está demasiado lejos de donde usted estuvo la última vez para haber viajado en ese tiempo. Una VPN también puede causar esto.',
          ]
        : []),
      'Si fue usted, no tiene que hacer nada.',
      notYou(service),
    ],
  }),
  'session-elsewhere': ({ device, place, at }, service) => ({
    subject: `Su cuenta de ${service.name} se está usando en otro país`,
    paragraphs: [
      `Usted inició sesión en ${service.name} con ${deviceInWords('es', device)}. Esa sesión se usó${where(place)}, en un país distinto al de antes. Fecha: ${time(at, service.timeZone)}.`,
      'Si está de viaje o usa una VPN, no tiene que hacer nada.',
      notYou(service),
    ],
  }),
  'identity-verified': ({ at }, service) => ({
    subject: `Se verificó su identidad en ${service.name}`,
    paragraphs: [
      `Usted verificó su identidad en ${service.name}. Fecha: ${time(at, service.timeZone)}. No tiene que hacerlo otra vez: todas las agencias que usan ${service.name} pueden confiar en ello, y usted decide qué ve cada una.`,
      'Borramos sus fotos. No tiene que hacer nada más.',
      `Si no fue usted, avísenos ahora en ${service.notMeUrl}. Bloquearemos la cuenta y le ayudaremos.`,
    ],
  }),
  'identity-proven-again': ({ at }, service) => ({
    subject: `Su identificación se usó para recuperar su cuenta de ${service.name}`,
    paragraphs: [
      `Se mostró su identificación, y una cara que coincide con ella, para recuperar su cuenta de ${service.name}. Fecha: ${time(at, service.timeZone)}. El paso siguiente es elegir una nueva manera de iniciar sesión. Si fue usted, no tiene que hacer nada más.`,
      `Si no fue usted, avísenos ahora en ${service.notMeUrl}. Bloquearemos la cuenta y le ayudaremos.`,
    ],
  }),
  'proofing-result': ({ outcome, link, reference, days, recovers, at }, service) => ({
    subject: {
      decided: `Tenemos una respuesta sobre su verificación de identidad en ${service.name}`,
      waits: `Su verificación de identidad en ${service.name} tardará un poco más`,
      'needs-person': `Una persona revisará su verificación de identidad en ${service.name}`,
    }[outcome],
    paragraphs: [
      {
        decided: `Ya hay una decisión sobre la verificación de identidad que empezó en ${service.name}. Fecha: ${time(at, service.timeZone)}. ${recovers ? 'Para ver el resultado, abra esta página en el navegador en el que empezó. Tiene 3 días:' : 'Inicie sesión para ver el resultado:'}`,
        waits: `Todavía no recibimos respuesta de una oficina que guarda registros. Usted no hizo nada mal y no se perdió nada. Casi siempre toma unos minutos, y a veces algunos días. Seguiremos intentando y le escribiremos de nuevo. Puede ver cómo va aquí:`,
        'needs-person': `Una persona capacitada revisará su verificación de identidad${days ? `, en ${days} días como máximo` : ''}. Le pasa a mucha gente, y usted no hizo nada mal. Le enviaremos la respuesta por correo electrónico. Puede ver cómo va aquí:`,
      }[outcome],
      link,
      ...(reference ? [`Su número de caso: ${reference}`] : []),
      `Si usted no empezó esto, abra esta página: ${service.notMeUrl}. Dice qué hacer.`,
    ],
  }),
  'letter-not-mailed': ({ link }, service) => ({
    subject: `No pudimos enviarle otra carta de ${service.name}`,
    paragraphs: [
      'Usted pidió otra carta con un código. El correo no la aceptó. Usted no hizo nada mal. Sirve el código de una carta que ya tenga o que todavía llegue. Inicie sesión aquí para escribirlo o para ver qué más puede hacer:',
      link,
      `Si usted no empezó esto, abra esta página: ${service.notMeUrl}. Dice qué hacer.`,
    ],
  }),
  'letter-sent': ({ until, link, at, arrivesBy }, service) => ({
    subject: `Una carta de ${service.name} está en camino`,
    paragraphs: [
      `Una carta a la dirección de su identificación sale el ${time(at, service.timeZone)}. Debería llegar a más tardar el ${day(arrivesBy, service.timeZone)}. Trae un código. Cuando la tenga, inicie sesión aquí y escriba el código:`,
      link,
      `Tiene hasta el ${day(until, service.timeZone)}. Si no llega ninguna carta, esa página dice cuándo puede pedir otra.`,
      `Si usted no empezó esto, abra esta página: ${service.notMeUrl}. Dice qué hacer.`,
    ],
  }),
  'data-downloaded': ({ at }, service) => ({
    subject: `Se descargó una copia de sus datos de ${service.name}`,
    paragraphs: [
      `El ${time(at, service.timeZone)} se descargó una copia de todo lo que ${service.name} sabe de usted.`,
      'Si fue usted, no tiene que hacer nada. Guarde la copia en un lugar seguro.',
      notYou(service),
    ],
  }),
  'deletion-asked': ({ at, dueAt, keepLink }, { name, timeZone }) => ({
    subject: `Su cuenta de ${name} se eliminará`,
    paragraphs: [
      `El ${time(at, timeZone)} usted pidió eliminar su cuenta de ${name}. Se eliminará para siempre el ${time(dueAt, timeZone)}.`,
      'Si fue usted, no tiene que hacer nada.',
      'Si no fue usted, o si cambió de idea, abra este enlace y presione “Conservar mi cuenta”. No hace falta iniciar sesión:',
      keepLink,
      'El enlace también cierra la sesión de su cuenta en todos los dispositivos.',
    ],
  }),
  'deletion-soon': ({ dueAt, keepLink }, { name, timeZone }) => ({
    subject: `Su cuenta de ${name} se eliminará en un día`,
    paragraphs: [
      `Su cuenta de ${name} se eliminará para siempre el ${time(dueAt, timeZone)}. Después nadie podrá recuperarla.`,
      'Si quiere conservarla, abra este enlace y presione “Conservar mi cuenta”. No hace falta iniciar sesión:',
      keepLink,
    ],
  }),
  'account-kept': ({ at }, service) => ({
    subject: `Su cuenta de ${service.name} se conserva`,
    paragraphs: [
      `Su cuenta de ${service.name} se iba a eliminar. Eso se detuvo el ${time(at, service.timeZone)}. Nada cambió en ella.`,
      `Si usted no pidió eliminarla, abra ahora esta página: ${service.notMeUrl}. Dice qué hacer.`,
    ],
  }),
  'account-erased': ({ at, receiptLink }, { name, timeZone }) => ({
    subject: `Su cuenta de ${name} se eliminó`,
    paragraphs: [
      `Su cuenta de ${name} y todos sus datos en ella se eliminaron el ${time(at, timeZone)}.`,
      'Esta página confirma que la eliminación consta en nuestro registro. No muestra nada sobre usted:',
      receiptLink,
      'Lo que usted compartió antes con una agencia sigue en esa agencia. Puede crear una cuenta nueva cuando quiera.',
      'Este es el último mensaje que recibirá de nosotros.',
    ],
  }),
};

/** " con Firefox en Windows, cerca de Lisboa": a thief's, where a thief led the person to ask for it. */
function asked({ device, place }: AskedFromWords): string {
  const near = placeInWords('es', place);
  return `${device ? ` con ${deviceInWords('es', device)}` : ''}${near ? `, ${near}` : ''}`;
}

export const spanishTexts: TextWords = {
  ...spanishRecoveryTexts,
  'sign-in-code': ({ code, agency, from }, service) =>
    `Código de ${service.name} ${code} para entrar ${al(agency ?? service.name)}${asked(from)}. ¿No es usted? No lo comparta con nadie.\n\n${boundTo(service, code)}`,
  'new-phone-code': ({ code, minutes, from }, service) =>
    `Código de ${service.name} ${code} para usar este teléfono al iniciar sesión${asked(from)}. Sirve durante ${minutes} minutos. ¿No es usted? No lo comparta con nadie.\n\n${boundTo(service, code)}`,
  'phone-removed': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: este número ya no recibe códigos para entrar a su cuenta. Fecha: ${time(at, timeZone)}. Si no fue usted, avísenos ahora: ${notMeUrl}`,
  'phone-code': ({ code, minutes }, service) =>
    `${code} es su código de ${service.name}. Sirve una sola vez, durante ${minutes} minutos. No diga este código a nadie, ni a quien diga ser de ${service.name}.\n\n${boundTo(service, code)}`,
  'identity-verified': ({ at }, { name, notMeUrl, timeZone }) =>
    `${name}: se verificó su identidad con este teléfono. Fecha: ${time(at, timeZone)}. Si no fue usted, avísenos ahora: ${notMeUrl}`,
};
