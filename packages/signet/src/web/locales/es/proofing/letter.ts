import type { letter as english, letterReasons as englishReasons } from '../../en/proofing/letter.ts';

export const letter: typeof english = {
  letterOffer: {
    title: 'Reciba una carta en lugar de la comparación de la cara',
    lead: 'No tiene que dejar que comparemos su cara. Eso no cuenta en su contra. Podemos enviar un código por correo postal a la dirección de su identificación.',
    howTitle: 'Cómo funciona',
    how: [
      'Usted envía fotos de su identificación, su número y el número de un teléfono celular a su nombre, como todos. Ninguna foto de su cara.',
      'Si las oficinas que guardan sus registros los confirman, y también su dirección, le enviamos una carta.',
      'Tarda más o menos una semana; a Alaska, Hawái y los territorios, hasta dos semanas; a Canadá y a direcciones de las fuerzas armadas, hasta tres. Usted vuelve, inicia sesión y escribe el código de la carta.',
    ],
    keep: (days) =>
      `Borraremos las fotos de su identificación cuando salga la carta. Si antes debe revisarla una persona capacitada, las guardaremos bajo llave ${days} días como máximo. Hasta que escriba el código, guardamos bajo llave lo que leímos en ella.`,
    submit: 'Continuar sin comparar la cara',
    otherwise: '¿Cambió de dirección desde que recibió su identificación? Entonces la carta no le llegará.',
  },
  letter: {
    title: 'Una carta está en camino',
    titleBefore: 'Le enviaremos una carta',
    field: 'Código de la carta',
    hint: '8 dígitos. Sirve una vez.',
    submit: 'Continuar',
    leaves: (moment) => `Sale el ${moment}. Esta es la dirección de su identificación:`,
    stopBefore: '¿No recibe correo ahí? Deténgala antes de que salga.',
    sentOn: (day) => `La enviamos el ${day} a:`,
    until: (arrivesBy, day) =>
      `Debería llegar a más tardar el ${arrivesBy}. Escriba su código a más tardar el ${day}. Puede cerrar esta página y volver: inicie sesión y estará aquí de nuevo.`,
    never: 'No le diga este código a nadie. No le llamaremos para pedírselo.',
    missingTitle: '¿No llegó la carta?',
    missing: 'Sirve el código de cada carta.',
    notMailed:
      'El correo no aceptó la otra carta que pidió. Usted no hizo nada mal. Sirve el código de la anterior.',
    again: 'Enviar otra carta',
    sentTitle: 'Otra carta está en camino',
    sentBody: 'Si la primera todavía llega, su código también sirve.',
    tooSoon: (day) => `Puede pedir otra carta a partir del ${day}.`,
    tooManyLetters: (day) => `Le enviamos muchas cartas últimamente. Puede pedir otra a partir del ${day}.`,
    noMore:
      'Enviamos todas las cartas que podemos. Presione “Detener y borrar todo” y empiece de nuevo con la comparación de la cara, o pida otra manera a la agencia.',
    errors: {
      'not-a-code': 'Escriba los 8 dígitos del código',
      wrong: (left) => {
        const wrong = 'Ese no es un código que hayamos enviado, o es demasiado viejo.';
        if (left === 0)
          return `${wrong} Fue el último intento por ahora. No se perdió nada: puede intentar de nuevo mañana`;
        if (left === 1)
          return `${wrong} Puede intentar 1 vez más hoy. Si ese código tampoco es correcto, podrá intentar de nuevo mañana. No se pierde nada`;
        return `${wrong} Revíselo. Puede intentar ${left} veces más hoy`;
      },
    },
    tooManyTries: (hours) =>
      hours <= 1
        ? 'Hubo demasiados códigos equivocados. No se perdió nada. Intente de nuevo en 1 hora, más o menos'
        : `Hubo demasiados códigos equivocados. No se perdió nada. Intente de nuevo en unas ${hours} horas`,
  },
};

/** Why a case did not end with a letter. */
export const letterReasons: typeof englishReasons = {
  'no-letter-possible': {
    why: 'No podemos enviarle una carta. Usted no hizo nada mal.',
    help: 'En su lugar, una persona capacitada puede comparar su cara con la identificación.',
  },
  'letter-not-mailed': {
    why: 'El correo no aceptó nuestra carta para usted. Usted no hizo nada mal.',
    help: 'En su lugar, una persona capacitada puede comparar su cara con la identificación: lleve la identificación. O empiece de nuevo y elija la comparación de la cara.',
  },
  'letter-not-used': {
    why: 'Nadie escribió el código de una carta mientras servía.',
    help: 'Empiece de nuevo, por favor. Puede elegir la comparación de la cara u otra carta.',
  },
};
