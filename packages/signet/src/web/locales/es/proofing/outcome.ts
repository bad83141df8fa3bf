import { al } from '../../../../kernel/index.ts';
import type { decisions as english } from '../../en/proofing/outcome.ts';
import { otherWays } from './other-ways.ts';
import { reasons } from './reasons.ts';

export const decisions: typeof english = (brand) => ({
  verified: {
    title: 'Su identidad está verificada',
    lead: 'Ya terminó, y no tendrá que hacerlo otra vez.',
    brief:
      'No tendrá que hacerlo de nuevo. Borramos sus fotos y le enviamos una confirmación por correo electrónico.',
    points: [
      `Todas las agencias que usan ${brand} pueden confiar en ello. Usted decide qué puede ver cada una.`,
      'Borramos sus fotos.',
      'Le enviamos una confirmación por correo electrónico.',
    ],
    toAgency: (agency) => `Continuar ${al(agency)}`,
    nextAtAgency: (agency) => `Ahora usted decide qué puede ver ${agency}.`,
    toAccount: 'Ir a su cuenta',
  },
  again: {
    lead: 'No se perdió nada. Solo necesitamos esto una vez más:',
    titles: {
      choose: 'Use otra licencia, identificación o pasaporte, por favor',
      consent: 'Necesitamos otra vez su respuesta sobre la comparación de la cara',
      selfie: 'Necesitamos otra foto de su cara',
      ssn: 'Revise su número de Seguro Social, por favor',
      phone: 'Necesitamos otro teléfono',
      'phone-code': 'Necesitamos otra vez el código del mensaje',
    },
    titleOfPhoto: (part) => `Necesitamos otra foto: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
    buttons: {
      choose: 'Elegir de nuevo',
      consent: 'Ir a la pregunta',
      front: 'Tomar otra foto',
      back: 'Tomar otra foto',
      'data-page': 'Tomar otra foto',
      selfie: 'Tomar otra foto',
      ssn: 'Escribir el número otra vez',
      phone: 'Usar otro teléfono',
      'phone-code': 'Escribir el código',
    },
    poorToo: 'También miramos sus otras fotos. Necesitamos además otra foto de:',
    other: 'Ver otras maneras',
  },
  person: {
    title: 'Una persona capacitada revisará su caso',
    lead: 'La computadora no pudo decidir sola. Le pasa a mucha gente. No quiere decir que usted hizo algo mal.',
    case: 'Su número de caso',
    codeAlt: (reference) => `Código QR de su número de caso, ${reference}`,
    printHint: 'Para tenerlo en papel, use el comando de imprimir de su navegador.',
    keep: 'Guarde este número. También está en el correo electrónico que le enviamos.',
    why: 'Por qué',
    next: 'Qué sigue',
    steps: (days) => [
      { heading: 'Una persona capacitada revisará lo que envió', body: `Tomará ${days} días como máximo.` },
      { heading: 'Le enviaremos la respuesta por correo electrónico', body: 'No tiene que esperar aquí.' },
      {
        heading: 'Borraremos sus fotos',
        body: 'Cuando se decida su caso, y en todo caso cuando pase ese tiempo.',
      },
    ],
    faster: 'Qué más puede hacer',
    restart:
      '¿Tiene un documento más nuevo, o puede tomar mejores fotos? Detenga y borre este caso, y empiece de nuevo.',
    withCamera:
      'Con una cámara puede tener la respuesta hoy mismo: en un teléfono o una computadora que la tenga. Detenga y borre este caso, empiece de nuevo y muestre su cara a la cámara.',
    redress: 'Si cree que esto es un error',
  },
  pending: {
    title: 'Todavía esperamos una respuesta',
    lead: 'Todavía no recibimos respuesta de una oficina que guarda registros. Usted no hizo nada mal y no se perdió nada.',
    silent: {
      'motor-vehicles':
        'La oficina que emite licencias de conducir e identificaciones estatales no nos responde. Usted no hizo nada mal y no se perdió nada.',
      'passport-office':
        'La oficina que emite pasaportes no nos responde. Usted no hizo nada mal y no se perdió nada.',
      'social-security':
        'La oficina que guarda los números de Seguro Social no nos responde. Usted no hizo nada mal y no se perdió nada.',
      'phone-carrier': 'La compañía telefónica no nos responde. Usted no hizo nada mal y no se perdió nada.',
    },
    refused: {
      'motor-vehicles':
        'Cometimos un error al preguntar a la oficina que emite licencias de conducir e identificaciones estatales. Lo estamos revisando. No cuenta en su contra y usted no tiene que hacer nada.',
      'passport-office':
        'Cometimos un error al preguntar a la oficina que emite pasaportes. Lo estamos revisando. No cuenta en su contra y usted no tiene que hacer nada.',
      'social-security':
        'Cometimos un error al preguntar a la oficina que guarda los números de Seguro Social. Lo estamos revisando. No cuenta en su contra y usted no tiene que hacer nada.',
      'phone-carrier':
        'Cometimos un error al preguntar a la compañía telefónica. Lo estamos revisando. No cuenta en su contra y usted no tiene que hacer nada.',
    },
    tryAt: 'La próxima vez que preguntaremos:',
    tryNow: 'Estamos preguntando otra vez.',
    next: 'Seguiremos preguntando y le escribiremos por correo electrónico cuando sepamos más. Puede tomar algunos días.',
    leave: 'Puede cerrar esta página.',
    look: 'Mirar otra vez ahora',
  },
  refused: {
    title: 'Esta vez no pudimos verificar su identidad',
    lead: 'No quiere decir que usted hizo algo mal. Lo que envió está borrado.',
    why: 'Por qué',
    next: 'Qué puede hacer',
    again: 'Empezar de nuevo',
    signInThere: 'Cerrar la sesión y entrar en esa cuenta',
    otherWays: 'Ver otras maneras',
    redress: 'Si cree que esto es un error',
  },
  reasons,
  sandboxCard:
    'La zona de pruebas solo acepta sus propios documentos de muestra. Obtenga fotos de muestra y envíelas.',
  otherWays,
  redress: {
    title: 'Si cree que esto es un error',
    lead: 'Usted tiene derecho a otra revisión. Nadie puede usarlo en su contra.',
    ways: {
      waiting: {
        heading: 'Una persona capacitada revisará su caso',
        body: 'No tiene que pedirlo. Le enviaremos la respuesta por correo electrónico.',
      },
      again: {
        heading: 'Pida otra revisión',
        body: 'Empiece de nuevo. Si la computadora no puede decidir, una persona capacitada revisará su nuevo caso.',
      },
      records: {
        heading: 'Haga corregir un registro',
        body: 'Si el registro de su licencia, identificación o pasaporte o el de su Seguro Social tiene un error o está atrasado, pida a la oficina que se lo dio que lo corrija. Después empiece de nuevo.',
      },
      agency: {
        heading: 'Pida otra manera a la agencia',
        body: `Por correo postal, por teléfono o en persona. Sus derechos ahí no dependen de ${brand}.`,
      },
      notMe: {
        heading: '¿Alguien usó su nombre o su número?',
        body: 'Díganoslo enseguida.',
      },
    },
    notMeLink: 'Reportarlo',
    case: 'Su número de caso',
    back: 'Volver',
  },
});
