import type { overview as english } from '../../en/account/overview.ts';

export const overview: typeof english = (brand) => ({
  title: 'Su cuenta',
  advice: {
    heading: 'Conviene hacer',
    'one-way': {
      text: 'Tiene una sola llave de acceso, aplicación o teléfono para iniciar sesión. Si lo pierde, volver a entrar tarda más.',
      link: 'Agregar algo más, por ejemplo una llave de acceso',
    },
    'few-codes': {
      text: (left) =>
        left === 0
          ? 'Ya no le quedan códigos de recuperación.'
          : left === 1
            ? 'Le queda un código de recuperación.'
            : `Le quedan ${left} códigos de recuperación.`,
      link: 'Crear una lista nueva',
    },
    'one-address': {
      text: 'Conocemos solo un correo electrónico suyo. Si lo pierde, no podremos contactarle.',
      link: 'Agregar un segundo correo electrónico',
    },
  },
  identity: 'Su identidad',
  proven: 'Verificada',
  verified: (day) => `Desde el ${day}. Todas las agencias que usan ${brand} pueden confiar en ello.`,
  data: 'Ver su información verificada',
  locked:
    'Su información verificada está cerrada: lo que usó para iniciar sesión no puede abrirla aquí. Ninguna agencia la recibe hasta que la abra.',
  open: 'Abrir mi información verificada',
  notProven: {
    'not-started': {
      tag: 'Aún no verificada',
      body: 'Algunas agencias piden que verifique su identidad. Puede hacerlo ahora o cuando una agencia lo pida.',
      link: 'Verificar mi identidad',
    },
    collecting: {
      tag: 'Empezada',
      body: 'Empezó a verificar su identidad y no ha terminado. Guardamos lo que ya envió.',
      link: 'Seguir donde estaba',
    },
    checking: {
      tag: 'En revisión',
      body: 'Estamos revisando lo que envió. Por lo general toma menos de un minuto.',
      link: 'Ver cómo va',
    },
    'pending-records': {
      tag: 'En revisión',
      body: 'Esperamos la respuesta de una oficina que guarda sus registros. Le escribiremos cuando sepamos más.',
      link: 'Ver cómo va',
    },
    'needs-person': {
      tag: 'En revisión',
      body: 'Una persona capacitada está revisando lo que envió. Le enviaremos la respuesta por correo electrónico.',
      link: 'Ver su caso',
    },
    refused: {
      tag: 'No verificada',
      body: 'No pudimos verificar su identidad.',
      link: 'Ver por qué, y qué puede hacer',
    },
  },
  byLetter: {
    tag: 'Carta en camino',
    body: (arrivesBy, until) =>
      `Una carta con un código está en camino. Debería llegar a más tardar el ${arrivesBy}. Escriba su código a más tardar el ${until}.`,
    link: 'Escribir el código o ver a dónde va',
  },
  ways: {
    heading: 'Cómo inicia sesión',
    passkeys: (count) => (count === 1 ? '1 llave de acceso' : `${count} llaves de acceso`),
    password: 'Contraseña',
    totp: 'Aplicación de autenticación',
    phones: (count) => (count === 1 ? 'Códigos a 1 teléfono' : `Códigos a ${count} teléfonos`),
    codes: (count) =>
      count === 1 ? 'Queda 1 código de recuperación' : `Quedan ${count} códigos de recuperación`,
    link: 'Cambiar cómo inicia sesión',
  },
  contact: {
    heading: 'Cómo le contactamos',
    others: (count) => (count === 1 ? 'y 1 correo más' : `y ${count} correos más`),
    link: 'Cambiar correos o idioma',
  },
  sessions: {
    heading: 'Dónde tiene la sesión iniciada',
    here: 'Solo aquí, en este dispositivo',
    several: (count) => `En ${count} dispositivos o navegadores, contando este`,
    last: 'La última vez antes de esta:',
    first: 'Es su primera vez aquí.',
    link: 'Ver sus dispositivos',
  },
  agencies: {
    heading: 'Agencias',
    none: 'Ninguna agencia recibe su información todavía.',
    link: 'Ver qué recibe cada una',
  },
  history: {
    heading: 'Lo último que pasó',
    link: 'Ver todo lo que pasó',
  },
});
