import type { figures as english } from '../en/figures.ts';

type Figures = typeof english;

export const figures: Figures = {
  title: 'Cuántas personas pasan',
  lead: (since: string, until: string) =>
    `Cuántas personas terminaron de verificar su identidad, y cuántas no, del ${since} al ${until}. Son solo cantidades. Nada aquí habla de una persona.`,
  untold: (least: number) =>
    `“No se muestra” reemplaza los números menores de ${least}, y otros que los darían a conocer.`,
  notTold: 'No se muestra',
  none: 'Nadie terminó en este tiempo.',
  tooFew: 'Muy pocas personas terminaron en este tiempo para mostrar esto.',
  all: 'Todas las personas',
  columns: {
    name: 'Cuál',
    started: 'Empezaron',
    passed: 'Pasaron',
    failed: 'No pasaron',
    person: 'Las revisa una persona capacitada',
    left: 'Lo dejaron',
    half: 'La mitad terminó en',
  },
  tables: {
    path: { title: 'Por documento y manera', lead: 'Qué tenían las personas, y cómo mostraron que es suyo.' },
    step: {
      title: 'Por paso',
      lead: 'Cada vez que una persona llegó a un paso. Si se le pide otra vez, cuenta dos veces.',
    },
    language: { title: 'Por idioma', lead: 'El idioma en que empezaron.' },
    device: { title: 'Por dispositivo', lead: 'En qué empezaron.' },
  },
  names: {
    path: {
      license: 'Licencia de conducir',
      'state-id': 'Identificación estatal',
      passport: 'Pasaporte',
      'passport-card': 'Tarjeta de pasaporte',
      none: 'Todavía sin documento',
      face: 'cara con la cámara',
      file: 'cara de un archivo',
      letter: 'código por correo postal',
      'not-chosen': 'lo dejaron antes',
    },
    step: {
      choose: 'Elegir un documento',
      consent: 'Aceptar la comparación de la cara',
      front: 'Foto del frente',
      back: 'Foto del reverso',
      'data-page': 'Foto de la página del pasaporte',
      selfie: 'Foto de la cara',
      ssn: 'Número',
      phone: 'Teléfono',
      'phone-code': 'Código en el teléfono',
      'check-answers': 'Revisar las respuestas',
      checking: 'Nuestra verificación',
      letter: 'Código por correo postal',
      review: 'Revisión por una persona capacitada',
    },
    language: { en: 'Inglés', es: 'Español', unknown: 'No se sabe' },
    device: { phone: 'Teléfono o tableta', desk: 'Computadora', unknown: 'No se sabe' },
  },
  lengths: {
    'under-10-seconds': '10 segundos',
    'under-30-seconds': '30 segundos',
    'under-1-minute': '1 minuto',
    'under-2-minutes': '2 minutos',
    'under-5-minutes': '5 minutos',
    'under-15-minutes': '15 minutos',
    'under-1-hour': '1 hora',
    'under-1-day': '1 día',
    longer: 'más de 1 día',
  },
};
