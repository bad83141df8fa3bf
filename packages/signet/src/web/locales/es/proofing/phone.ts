import type { phone as english } from '../../en/proofing/phone.ts';

export const phone: typeof english = {
  phone: {
    title: '¿Cuál es su número de teléfono celular?',
    hint: 'Un teléfono a su propio nombre es una segunda prueba. Le enviaremos un código. Por ejemplo: 202 555 0101',
    already: (last4) => `Usted dio el número que termina en ${last4}. Para dejarlo así, no escriba nada.`,
    noticeShort: 'Su compañía telefónica puede cobrar el mensaje.',
    noticeTitle: 'Por qué lo pedimos y qué guardamos',
    notice: [
      {
        term: 'Para qué',
        value:
          'Un teléfono a su nombre es una segunda prueba, además de su documento. Preguntamos a la compañía telefónica si es suyo y si acaba de cambiar su tarjeta SIM.',
      },
      {
        term: 'Qué guardamos',
        value:
          'Borraremos el número en cuanto se decida su caso. Antes le avisaremos en un mensaje que se verificó su identidad. Ninguna agencia recibirá el número.',
      },
      {
        term: 'Cuánto cuesta',
        value: 'No cobramos nada. Su compañía telefónica puede cobrar los mensajes de texto.',
      },
    ],
    submit: 'Enviarme un código',
    noneTitle: '¿No tiene un teléfono a su propio nombre?',
    noneBody: (days) =>
      `Siga sin él. Una persona capacitada revisará su caso, en ${days} días como máximo. Tenga a la mano otra identificación con foto: un pasaporte, o una identificación tribal, escolar o de trabajo.`,
    none: 'No tengo un teléfono a mi nombre',
    errors: {
      empty: 'Escriba su número de teléfono celular',
      'not-a-phone-number': 'Escriba un número de teléfono con su código de área, por ejemplo 202 555 0101',
      'has-an-extension': 'Escriba un número de teléfono propio, sin extensión',
      'gets-no-texts': 'Ese número no recibe mensajes de texto. Escriba un número de celular',
      fictional: 'Ese número se reserva para películas y ejemplos. Escriba su propio número de celular',
      'not-for-sandbox':
        'No escriba un número real en la zona de pruebas. Los números inventados llevan 555-01 en medio, por ejemplo 202 555 0101',
    },
  },
  phoneCode: {
    title: 'Escriba el código del mensaje de texto',
    sentTo: (last4) =>
      `Enviamos un código de 6 dígitos al número que termina en ${last4}. Sirve durante 10 minutos, una sola vez.`,
    never: 'No diga este código a nadie. Nunca le llamaremos para pedírselo.',
    submit: 'Continuar',
    again: 'Enviar otro código',
    change: 'Usar otro número',
    sentTitle: 'Enviamos otro código',
    sentBody: 'Solo sirve el código más reciente.',
    errors: {
      'not-a-code': 'Escriba los 6 dígitos del código',
      wrong: 'Ese no es el código que enviamos. Revíselo o pida otro más abajo',
      expired: 'Ese código ya venció. Pida otro más abajo',
    },
    tooManyTries: (hours) =>
      hours <= 1
        ? 'Hubo demasiados códigos equivocados. Intente otra vez en 1 hora, más o menos, o siga sin teléfono: use más abajo el enlace para usar otro número'
        : `Hubo demasiados códigos equivocados. Intente otra vez en unas ${hours} horas, o siga sin teléfono: use más abajo el enlace para usar otro número`,
    tooSoon: 'Acabamos de enviar un código. Espere medio minuto a que llegue y pida otro después',
    tooManyTexts: (hours) =>
      hours <= 1
        ? 'Enviamos todos los códigos que podemos enviar hoy. Intente otra vez en 1 hora, más o menos. No se perdió nada'
        : `Enviamos todos los códigos que podemos enviar hoy. Intente otra vez en unas ${hours} horas. No se perdió nada`,
  },
};
