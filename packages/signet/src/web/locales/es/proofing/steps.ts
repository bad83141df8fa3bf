import { al, atStart } from '../../../../kernel/index.ts';
import type { proofing as english } from '../../en/proofing/steps.ts';
import { recovery } from './account-recovery.ts';
import { documentPhotos } from './document-photos.ts';
import { letter } from './letter.ts';
import { liveSelfie } from './live-selfie.ts';
import { decisions } from './outcome.ts';
import { phone } from './phone.ts';
import { phoneCapture } from './phone-capture.ts';
import { photoProblems } from './photo-problems.ts';
import { sandbox } from './sandbox.ts';

export const proofing: typeof english = (brand) => ({
  ...decisions(brand),
  ...phone,
  ...letter,
  recovery,
  liveSelfie,
  phoneCapture: phoneCapture(brand),
  sections: {
    ready: 'Prepárese',
    document: 'Su documento',
    face: 'Su cara',
    phone: 'Su teléfono',
    send: 'Revise y envíe',
  },
  stopLink: 'Detener y borrar todo',
  backToAgency: (agency) => `Volver ${al(agency)} sin hacer esto`,
  backOnceDecided: (agency) => `Volver ${al(agency)}`,
  sandbox,
  start: {
    journey: 'Verifique su identidad',
    lead: `Esto se hace una sola vez. Después, todas las agencias que usan ${brand} pueden confiar en ello. Toma unos 10 minutos.`,
    leadFor: (agency) =>
      `${atStart(agency)} necesita verificar su identidad antes de mostrarle sus registros. Esto se hace una sola vez. Toma unos 10 minutos.`,
    needTitle: 'Qué más necesita',
    need: [
      'Una cámara: en este dispositivo o en su teléfono.',
      'Su número de Seguro Social. No necesita la tarjeta de Seguro Social.',
      'Un teléfono celular a su propio nombre, para recibir un mensaje. Si no lo tiene, una persona revisará su caso.',
    ],
    missing: 'No tengo todo esto, o algo es diferente en mi caso',
    keepTitle: 'Qué pasa con lo que envía',
    keep: (days) => [
      `Guardamos sus fotos bajo llave mientras las revisamos, y las borraremos en cuanto se decida su caso. Si una persona capacitada debe verlas, las guardaremos ${days} días como máximo.`,
      'Al terminar, protegemos su número con una clave que solo usted tiene.',
      'Ninguna agencia recibirá sus fotos.',
      'Puede detenerse en cualquier paso y borrar todo.',
    ],
  },
  choose: {
    title: '¿Qué tiene a la mano?',
    hint: 'Elija una opción. En un momento tomará una foto del documento.',
    choices: {
      license: { label: 'Licencia de conducir', hint: 'De cualquier estado o de Canadá, sin vencer' },
      'state-id': {
        label: 'Identificación estatal',
        hint: 'Es la identificación para quienes no conducen. De cualquier estado, sin vencer',
      },
      passport: { label: 'Libreta de pasaporte', hint: 'La página con su foto, sin vencer' },
      'passport-card': { label: 'Tarjeta de pasaporte', hint: 'Los dos lados, sin vencer' },
      'mobile-license': {
        label: 'Licencia de conducir en mi teléfono',
        hint: 'Le mostramos qué sirve en su lugar',
      },
      'none-of-these': { label: 'Nada de esto', hint: 'Le mostramos qué sirve en su lugar' },
    },
    error: 'Elija lo que tiene a la mano',
  },
  consent: {
    title: '¿Podemos comparar su cara con la foto de su documento?',
    lead: 'No compararemos nada antes de que usted acepte.',
    parts: (days, byMail) => [
      {
        heading: 'Qué hacemos',
        body: 'Una computadora compara la foto de su documento con fotos de su cara. También comprueba que sean de una persona real y presente: con una cámara, le pediremos que mueva la cabeza.',
      },
      {
        heading: 'Por qué',
        body: 'Para que nadie que encuentre o robe su documento pueda hacerse pasar por usted.',
      },
      {
        heading: 'Qué guardamos y por cuánto tiempo',
        body: `Para comparar, la computadora convierte cada cara en números. Nunca guardamos esos números. Borraremos las fotos en cuanto se decida su caso. Si una persona capacitada debe verlas, las guardaremos bajo llave ${days} días como máximo.`,
      },
      {
        heading: 'Usted puede decir que no',
        body: `${byMail ? 'Entonces enviamos un código a la dirección de su identificación, y no hace falta una foto de su cara. ' : 'Entonces le mostramos otras maneras. '}También puede cambiar de opinión más tarde: presione “Detener y borrar todo” en cualquier página.`,
      },
    ],
    refuse: 'No acepto. Quiero ver otras maneras',
    policy: 'Leer la política completa',
    agree: `Acepto que ${brand} compare mi cara con la foto de mi documento`,
    error: 'Marque la casilla si acepta. Si no acepta, elija otra manera',
  },
  photo: {
    documents: documentPhotos,
    selfie: {
      row: 'Su cara',
      tips: [
        'Mire de frente a la cámara, a la altura de los ojos.',
        'Póngase frente a una ventana o una lámpara.',
        'Quítese el sombrero y los lentes de sol. Nadie más debe salir en la foto.',
        'Otra persona puede sostener la cámara.',
      ],
      alt: 'Su foto de su cara',
    },
    corrected: {
      license:
        'Su documento es una licencia de conducir. Cambiamos su elección. No tiene que enviar nada otra vez.',
      'state-id':
        'Su documento es una identificación estatal. Cambiamos su elección. No tiene que enviar nada otra vez.',
    },
    fromFile: {
      title: '¿No tiene cámara o no puede hacer los movimientos?',
      lead: (days) =>
        `Envíe una foto desde un archivo. Un archivo no muestra que usted está aquí ahora, así que una persona capacitada la comparará con su documento. Puede tardar hasta ${days} días. Le enviaremos un correo electrónico.`,
      label: 'Foto de su cara',
    },
    submit: 'Enviar esta foto',
    otherDocument: 'Elegir otro documento',
    example: 'Una buena foto',
    cannot: 'No puedo tomar esta foto',
    missing: 'Tome una foto o elija una de este dispositivo',
    sentTitle: 'Ya envió esta foto',
    sentBody: 'Puede dejarla así o enviar otra arriba.',
    keep: 'Dejar esta foto',
    poorTitle: 'Necesitamos otra foto',
    anywayTitle: '¿Es la mejor foto que puede tomar?',
    anywayBody: (days) =>
      `Puede usarla como está. Si no podemos leerla, la revisará una persona capacitada. Puede tardar hasta ${days} días. Le enviaremos un correo electrónico.`,
    anyway: 'Usar esta foto de todos modos',
    refusals: {
      empty: 'Ese archivo está vacío. Tome la foto otra vez o elija otra',
      'too-large': 'Esa foto pesa más de 15 MB. Tómela con el botón de la cámara o elija una más pequeña',
      'too-many-pixels':
        'Esa foto tiene más de 40 millones de píxeles. Tómela con el botón de la cámara o elija un tamaño menor en su cámara',
      'too-small':
        'Esa foto es demasiado pequeña para leerla. Envíe la foto original de la cámara, no una captura de pantalla ni una copia de un chat',
      heic: 'No podemos abrir fotos HEIC. Tome la foto con el botón de la cámara de esta página. O, en un iPhone, abra Configuración → Cámara → Formatos, elija “Más compatible” y tómela otra vez',
      pdf: 'Ese archivo es un PDF, no una foto. Tome una foto o elija un archivo JPEG o PNG',
      'not-an-image': 'Ese archivo no es una foto que podamos abrir. Elija una foto JPEG, PNG o WebP',
      'too-many-waiting': 'Todavía estamos leyendo sus otras fotos. Espere un momento y envíe esta otra vez',
      broken: 'Esa foto está dañada o se cortó en el camino. Tómela otra vez o elija otra',
    },
    problems: photoProblems,
    tooMany:
      'Envió todas las fotos que caben en un intento. Detenga y borre este intento más abajo, y empiece de nuevo',
  },
  ssn: {
    title: '¿Cuál es su número de Seguro Social?',
    hint: 'Tiene 9 dígitos. Puede escribir guiones. Si en su lugar tiene un número de contribuyente (ITIN), escriba ese.',
    already: (last4) => `Usted dio el número que termina en ${last4}. Para dejarlo así, no escriba nada.`,
    noticeShort:
      'Sirve para encontrar sus registros y se verifica con la oficina que los guarda. No está obligado a darlo.',
    noticeTitle: 'Por qué lo pedimos y qué guardamos',
    notice: [
      {
        term: 'Para qué',
        value:
          'Para encontrar los registros que son suyos y verificarlo con la oficina que los guarda. Saber el número no basta para verificar su identidad.',
      },
      {
        term: 'Si es un ITIN',
        value:
          'Revisamos todo lo demás y una persona capacitada revisa el número. Le enviaremos la respuesta por correo electrónico.',
      },
      {
        term: 'Usted decide',
        value: 'No está obligado a darlo. Sin él no puede terminar aquí, pero hay otras maneras.',
      },
      {
        term: 'Qué guardamos',
        value:
          'Si se verifica su identidad, lo protegemos con una clave que solo usted tiene. Una agencia lo recibirá solo si tiene permiso para ello y usted acepta. Si se detiene, lo borraremos.',
      },
    ],
    refuse: 'No tengo un número, o no quiero darlo',
    errors: {
      empty: 'Escriba su número de Seguro Social',
      'not-nine-digits': 'Escriba los 9 dígitos de su número de Seguro Social',
      itin: 'En la zona de pruebas no escriba un número de contribuyente (ITIN) que pueda ser de alguien. Uno inventado lleva 93 en medio, como 912-93-4471',
      'never-issued': 'Ese número nunca se dio a nadie. Revíselo y escríbalo otra vez',
      'not-for-sandbox':
        'No escriba un número real en la zona de pruebas. Los números inventados empiezan con 666 o con 900 a 999',
    },
  },
  check: {
    title: 'Revise sus respuestas',
    lead: 'Todavía puede cambiar todo. Cuando lo envíe, compararemos su cara y preguntaremos a las oficinas que guardan sus registros.',
    leadByLetter:
      'Todavía puede cambiar todo. Cuando lo envíe, preguntamos a las oficinas que guardan sus registros. No miramos su cara.',
    leadByLetterNoPhone:
      'Todavía puede cambiar todo. Cuando lo envíe, preguntaremos a las oficinas que guardan sus registros. Sin un teléfono a su nombre, una persona capacitada debe revisar su caso antes de que podamos enviar un código por correo postal. Con uno, no hace falta.',
    document: 'Lo que tiene',
    youChose: (chosen) => `Usted había elegido: ${chosen}`,
    consent: 'Comparación de la cara',
    consented: 'Usted aceptó',
    byLetter: 'Ninguna. Le enviaremos un código por correo postal',
    byLetterNoPhone:
      'Ninguna. Primero una persona capacitada revisa su caso, y entonces podemos enviarle un código por correo postal',
    photo: 'Foto enviada',
    poorPhoto: 'Foto enviada. Quizás sea difícil de leer',
    photoFromFile: 'Foto enviada desde un archivo. Una persona la comparará con su documento',
    unseenPhoto: 'Foto enviada. La revisaremos cuando usted envíe todo',
    ssn: 'Número de Seguro Social',
    itin: 'Número de contribuyente (ITIN)',
    phone: 'Teléfono celular',
    phoneConfirmed: (number) => `${number}, confirmado`,
    noPhone: 'Sin teléfono a su nombre',
    submit: 'Enviar para revisar',
    tooMany: (hours) =>
      hours <= 1
        ? 'Envió sus respuestas muchas veces hoy. No se perdió nada. Envíelas otra vez en 1 hora, más o menos'
        : `Envió sus respuestas muchas veces hoy. No se perdió nada. Envíelas otra vez en unas ${hours} horas`,
  },
  checking: {
    lead: 'Por lo general toma menos de un minuto. Puede cerrar esta página. Seguiremos trabajando.',
    stages: {
      document: 'Leemos su documento',
      face: 'Comparamos su cara',
      records: 'Preguntamos a las oficinas que guardan los registros',
      decision: 'Decidimos',
    },
  },
  stop: {
    title: '¿Detener y borrar todo?',
    body: 'Borraremos enseguida sus fotos, su número y todas sus respuestas. No se puede deshacer.',
    inReview: 'La persona capacitada que iba a ver su caso ya no lo verá.',
    after: 'Su cuenta y su manera de iniciar sesión se conservan. Puede empezar de nuevo cuando quiera.',
    yes: 'Sí, borrar todo',
    no: 'No, seguir',
  },
  stopped: {
    title: 'Usted se detuvo y todo está borrado',
    body: 'Sus fotos, su número y sus respuestas ya no existen. Su cuenta se conserva.',
    again: 'Empezar de nuevo',
    account: 'Ir a su cuenta',
  },
});
