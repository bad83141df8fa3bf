import { al } from '../../../../kernel/index.ts';
import type { otherWays as english } from '../../en/proofing/other-ways.ts';

export const otherWays: typeof english = {
  title: '¿Qué es diferente en su caso?',
  lead: 'Elija lo que le corresponde. Le decimos qué sirve, cuánto tarda y quién puede ayudarle.',
  choose: 'Otra cosa es diferente en mi caso',
  situations: {
    'none-of-these': {
      choice: 'No tengo licencia, identificación ni pasaporte',
      title: 'Usted no tiene licencia, identificación ni pasaporte',
      lead: 'Sin uno de estos no podemos verificar en línea quién es usted.',
      when: [],
      also: [
        'La oficina de vehículos de su estado da identificaciones también a quienes no manejan. Puede tomar algunas semanas. Con ella puede terminar aquí en unos 10 minutos.',
      ],
    },
    'mobile-license': {
      choice: 'Tengo la licencia en mi teléfono',
      title: 'Usted tiene la licencia en su teléfono',
      lead: 'Todavía no podemos revisar una licencia en un teléfono. Use la de plástico, si la tiene.',
      when: [],
      also: [],
    },
    'no-number': {
      choice: 'No tengo número de Seguro Social o no quiero darlo',
      title: 'Usted no tiene número o no quiere darlo',
      lead: 'Es su derecho, y no cuenta en su contra. Pero sin un número no puede terminar en línea.',
      when: [],
      also: [],
    },
    itin: {
      choice: 'Tengo un ITIN',
      title: 'Usted tiene un número de contribuyente (ITIN)',
      lead: 'Escríbalo donde pedimos el número de Seguro Social.',
      when: [],
      also: [],
    },
    'no-phone': {
      choice: 'No tengo un teléfono a mi nombre',
      title: 'Usted no tiene un teléfono a su nombre',
      lead: 'Cuando pidamos un teléfono, elija “No tengo un teléfono a mi nombre”.',
      when: [],
      also: [],
    },
    'no-camera': {
      choice: 'No tengo cámara o no puedo tomar las fotos',
      title: 'Usted no puede tomar las fotos',
      lead: 'Otra cámara u otra persona puede tomarlas.',
      when: ['Puede usar otro teléfono', 'Alguien toma las fotos por usted'],
      also: [],
    },
    'no-face-check': {
      choice: 'No quiero la comparación de la cara',
      title: 'Usted no quiere la comparación de la cara',
      lead: 'Es su derecho, y no cuenta en su contra. No miramos su cara.',
      when: [],
      also: [],
    },
    'no-address': {
      choice: 'No tengo dirección o no recibo correo',
      title: 'Usted no tiene dirección o no recibe correo',
      lead: 'No necesita correo postal para esto. Solo reciben una carta quienes no quieren la comparación de la cara.',
      when: [],
      also: ['La dirección en su identificación puede ser una anterior.'],
    },
    'name-changed': {
      choice: 'Mi nombre cambió',
      title: 'Su nombre cambió',
      lead: 'Comparamos su identificación con su registro del Seguro Social.',
      when: ['Los dos muestran el mismo nombre, el viejo o el nuevo', 'Muestran nombres distintos'],
      also: ['Es más rápido hacer cambiar antes el registro viejo. Pídalo a la oficina que lo tiene.'],
    },
    abroad: {
      choice: 'Estoy en el servicio militar en el extranjero o vivo en el extranjero',
      title: 'Usted sirve o vive en el extranjero',
      lead: 'Puede hacerlo desde cualquier lugar con internet.',
      when: ['Tiene un celular de EE. UU. a su nombre', 'No tiene uno'],
      also: [],
    },
    child: {
      choice: 'Tengo menos de 18 años o es para mi hijo o hija',
      title: 'Usted tiene menos de 18 años o es para su hijo o hija',
      lead: 'Desde los 13 años, los jóvenes pueden hacerlo con su propia identificación. Su padre o madre puede estar a su lado.',
      when: ['De 13 a 17 años', 'Menos de 13 años'],
      also: [],
    },
    helper: {
      choice: 'Alguien me ayuda',
      title: 'Alguien le ayuda',
      lead: 'Está bien. Puede leerle, sostener la cámara o tomar las fotos con su teléfono.',
      when: [],
      also: [
        'La cara debe ser la suya. No diga su contraseña ni un código a nadie, tampoco a quien le ayuda.',
      ],
    },
  },
  notHere: {
    title: 'Otras maneras de obtener lo que necesita',
    lead: 'No podemos hacerlo en línea.',
    when: [],
    also: [],
  },
  ways: {
    headings: {
      now: 'En línea, ahora',
      person: 'En línea, y lo revisa una persona capacitada',
      letter: 'En línea, y una carta',
    },
    now: 'Toma unos 10 minutos.',
    send: 'Usted envía todo en unos 10 minutos.',
    person: (days) =>
      `Una persona capacitada lo revisará en un plazo de ${days} días. Le enviaremos la respuesta por correo electrónico.`,
    letter:
      'Después enviaremos un código por correo postal a la dirección de su identificación. Tarda más o menos una semana en los 48 estados, y hasta tres semanas en otros lugares.',
    photos: {
      'another-phone':
        'En la página de la foto, elija usar su teléfono y escanee el código. Ese teléfono no inicia sesión. Puede ser de quien le ayuda.',
      file: 'Esa persona le envía las fotos, y usted las elige como archivos.',
    },
    documents: (all) => `Necesita uno de estos: ${all}.`,
    ready: {
      'no-phone':
        'Tenga lista otra identificación con su foto, por ejemplo tribal, de la escuela o del trabajo.',
      'taxpayer-number': 'Tenga lista la carta en la que recibió su ITIN.',
    },
    notOnline: 'No podemos hacerlo en línea. Pregunte a la agencia, abajo.',
    start: 'Continuar',
  },
  missing: {
    'a-document': {
      heading: '¿Tiene uno de estos?',
      body: 'Una licencia de conducir, una identificación estatal, una libreta o una tarjeta de pasaporte, sin vencer. Entonces puede terminar aquí en unos 10 minutos.',
    },
    'a-number': {
      heading: '¿Tiene un ITIN?',
      body: 'Escríbalo en lugar del número de Seguro Social. Entonces puede terminar en línea, y lo revisa una persona capacitada.',
    },
    'a-camera': { heading: '¿Puede usar otro teléfono?', body: 'Ese teléfono puede tomar las fotos.' },
    mail: {
      heading: '¿Le llega el correo?',
      body: 'Entonces una carta puede tomar el lugar de la comparación de la cara.',
    },
  },
  getCard: 'Obtenga una identificación estatal',
  letter: { heading: 'Reciba una carta en lugar de la comparación de la cara' },
  agency: {
    heading: 'Pregunte a la agencia',
    headingFor: (agency) => `Pregunte ${al(agency)}`,
    body: 'Pregúntele de qué otra manera puede obtener lo que busca: por teléfono, por correo postal o en persona.',
  },
  back: 'Volver',
};
