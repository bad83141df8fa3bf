import type { documentPhotos as english } from '../../en/proofing/document-photos.ts';

export const documentPhotos: typeof english = {
  license: {
    front: {
      row: 'Frente de su licencia de conducir',
      title: 'Tome una foto del frente de su licencia de conducir',
      tips: [
        'Póngala sobre una mesa oscura y lisa.',
        'Use la luz del día. Apague el flash.',
        'Muestre las cuatro esquinas y llene la imagen.',
      ],
      alt: 'Su foto del frente de su licencia de conducir',
    },
    back: {
      row: 'Reverso de su licencia de conducir',
      title: 'Tome una foto del reverso de su licencia de conducir',
      tips: [
        'Dele la vuelta sobre la misma mesa.',
        'El código de barras debe verse completo y nítido.',
        'Muestre las cuatro esquinas y llene la imagen.',
      ],
      alt: 'Su foto del reverso de su licencia de conducir',
    },
  },
  'state-id': {
    front: {
      row: 'Frente de su identificación estatal',
      title: 'Tome una foto del frente de su identificación estatal',
      tips: [
        'Póngala sobre una mesa oscura y lisa.',
        'Use la luz del día. Apague el flash.',
        'Muestre las cuatro esquinas y llene la imagen.',
      ],
      alt: 'Su foto del frente de su identificación estatal',
    },
    back: {
      row: 'Reverso de su identificación estatal',
      title: 'Tome una foto del reverso de su identificación estatal',
      tips: [
        'Dele la vuelta sobre la misma mesa.',
        'El código de barras debe verse completo y nítido.',
        'Muestre las cuatro esquinas y llene la imagen.',
      ],
      alt: 'Su foto del reverso de su identificación estatal',
    },
  },
  'passport-card': {
    front: {
      row: 'Frente de su tarjeta de pasaporte',
      title: 'Tome una foto del frente de su tarjeta de pasaporte',
      tips: [
        'Póngala sobre una mesa oscura y lisa.',
        'Use la luz del día. Apague el flash.',
        'Muestre las cuatro esquinas y llene la imagen.',
      ],
      alt: 'Su foto del frente de su tarjeta de pasaporte',
    },
    back: {
      row: 'Reverso de su tarjeta de pasaporte',
      title: 'Tome una foto del reverso de su tarjeta de pasaporte',
      tips: [
        'Dele la vuelta sobre la misma mesa.',
        'Las tres líneas con “<<<” deben verse nítidas.',
        'Muestre las cuatro esquinas y llene la imagen.',
      ],
      alt: 'Su foto del reverso de su tarjeta de pasaporte',
    },
  },
  passport: {
    'data-page': {
      row: 'Página con la foto de su pasaporte',
      title: 'Tome una foto de la página con la foto de su pasaporte',
      tips: [
        'Ábralo en la página con su foto, sobre una mesa oscura y lisa.',
        'Use la luz del día. Apague el flash.',
        'Muestre toda la página, con las cuatro esquinas. Las dos líneas con “<<<” al pie deben verse nítidas.',
      ],
      alt: 'Su foto de la página con la foto de su pasaporte',
    },
  },
};
