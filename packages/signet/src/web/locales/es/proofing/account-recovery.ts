import type { recovery as english } from '../../en/proofing/account-recovery.ts';

export const recovery: typeof english = {
  journey: 'Recupere su cuenta',
  otherWays: 'Ver qué más puede hacer',
  ladder: {
    heading: 'Recupere su cuenta de otra manera',
    body: 'Quizás tenga un código guardado, una aplicación o un teléfono de esta cuenta. Si no tiene nada de eso, una persona puede revisar su caso.',
  },
  start: {
    title: 'Verifique otra vez que es usted',
    lead: 'Muestre de nuevo su identificación y su cara. Si son las de la persona de esta cuenta, podrá elegir una nueva forma de iniciar sesión. Toma unos 10 minutos.',
    needTitle: 'Lo que necesita',
    need: [
      'La licencia de conducir o identificación estatal que usó antes, o una más nueva con el mismo nombre.',
      'Una cámara en este teléfono o computadora, o fotos que ya tenga.',
      'Su número de Seguro Social. No necesita la tarjeta de Seguro Social.',
      'Un teléfono celular a su propio nombre. Puede ser uno nuevo. Si no lo tiene, una persona revisará su caso.',
    ],
    keep: (days) => [
      `Guardamos sus fotos bajo llave mientras las revisamos, y las borraremos en cuanto se decida su caso. Si una persona capacitada debe verlas, las guardaremos ${days} días como máximo.`,
      'Avisaremos a todas las direcciones de su cuenta que alguien está haciendo esto.',
      'Nada cambiará en su cuenta antes de que usted elija una nueva forma de iniciar sesión.',
      'Puede detenerse en cualquier paso y borrar todo.',
    ],
    submit: 'Empezar',
    browser: 'Siga en este navegador. Por su seguridad, ningún otro puede terminar lo que empiece aquí.',
    tooMany: (hours) =>
      hours <= 1
        ? 'Esto se intentó tres veces hoy. Intente de nuevo en 1 hora, más o menos, o vea qué más puede hacer'
        : `Esto se intentó tres veces hoy. Intente de nuevo en unas ${hours} horas, o vea qué más puede hacer`,
  },
  proven: {
    title: 'Es usted',
    lead: 'Ahora elija una nueva forma de iniciar sesión. Hasta entonces, nada ha cambiado en su cuenta.',
    points: [
      'Hágalo pronto, en este navegador. Después de un día tendría que verificarlo otra vez.',
      'Borramos sus fotos.',
      'Su identidad verificada se conserva, y también lo que comparte con las agencias.',
    ],
    submit: 'Elegir una nueva forma de iniciar sesión',
  },
  person: {
    comeBack: {
      heading: 'Vuelva en este navegador',
      body: 'Cuando le escribamos, abra de nuevo “No puedo iniciar sesión” en este navegador, dentro de 3 días. Ningún otro navegador puede terminarlo.',
    },
  },
  afterStop: 'Su cuenta queda como está. Todavía puede recuperarla de otra manera.',
};
