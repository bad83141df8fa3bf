import type { contact as english } from '../../en/account/contact.ts';

export const contact: typeof english = {
  title: 'Cómo le contactamos',
  addresses: 'Correos electrónicos',
  lead: 'Puede iniciar sesión con cualquiera de ellos. Cada uno recibe un mensaje cuando algo cambia en su cuenta.',
  primary: 'Principal',
  since: (day) => `Confirmado el ${day}`,
  addAnother:
    'Agregue un segundo correo que seguirá teniendo si pierde el primero, por ejemplo uno privado además del correo del trabajo.',
  add: 'Agregar un correo electrónico',
  most: (count) => `Tiene ${count} correos, que es el máximo. Para agregar otro, quite uno primero.`,
  makePrimary: 'Hacer principal',
  remove: 'Quitar',
  language: 'Idioma',
  languageLabel: 'Idioma de las páginas y los mensajes',
  languageSubmit: 'Guardar idioma',
  done: {
    added: 'Su nuevo correo quedó confirmado. Avisamos a todos sus correos.',
    removed:
      'El correo se quitó. Avisamos a todos sus correos. Durante siete días, el correo que quitó todavía recibirá mensajes sobre cambios, para que nadie le deje fuera sin que usted lo sepa.',
    primary: 'Su correo principal cambió. Avisamos a todos sus correos.',
    language: 'Su idioma quedó guardado.',
  },
  addPage: {
    title: '¿Qué correo electrónico quiere agregar?',
    hint: 'Le enviaremos un código. Agregaremos el correo después de que usted escriba el código.',
    submit: 'Enviar el código',
    errors: {
      'not-an-address': 'Escriba un correo electrónico como nombre@ejemplo.com',
      'already-yours': 'Este correo ya está en su cuenta',
      'too-many-addresses': 'Tiene el máximo de correos que permite una cuenta. Quite uno primero',
    },
  },
  codePage: {
    title: 'Revise ese correo',
    body: 'Escriba aquí el código de 6 dígitos del mensaje. Puede tardar un minuto; busque también en correo no deseado.',
    cancel: 'Usar otro correo',
    taken:
      'Este correo se acaba de confirmar para otra cuenta. Inicie sesión allí para quitarlo, o agregue otro',
  },
  removePage: {
    title: '¿Quitar este correo?',
    points: [
      'Ya no podrá iniciar sesión ni recuperar su cuenta con él.',
      'No avisaremos a las agencias.',
      'Durante siete días todavía recibirá mensajes sobre cambios en su cuenta. Si otra persona lo está quitando, usted aún puede detenerla.',
    ],
    submit: 'Quitar el correo',
  },
  primaryPage: {
    title: '¿Hacer de este su correo principal?',
    points: [
      'Es el correo que recibe una agencia, si usted acepta compartir uno.',
      'Sus otros correos siguen. Puede iniciar sesión con cada uno, y cada uno recibe nuestros mensajes.',
    ],
    submit: 'Hacerlo mi correo principal',
  },
  keep: 'Dejarlo como está',
};
