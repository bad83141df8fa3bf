/** What is said of each photo, by the kind of document and what is photographed of it; `row` names it where answers are checked. */
export const documentPhotos = {
  license: {
    front: {
      row: 'Front of your driver’s license',
      title: 'Take a photo of the front of your driver’s license',
      tips: [
        'Put it on a dark, plain table.',
        'Use daylight. Turn off the flash.',
        'Show all four corners and fill the picture.',
      ],
      alt: 'Your photo of the front of your driver’s license',
    },
    back: {
      row: 'Back of your driver’s license',
      title: 'Take a photo of the back of your driver’s license',
      tips: [
        'Turn it over on the same table.',
        'Make sure the whole barcode is clear.',
        'Show all four corners and fill the picture.',
      ],
      alt: 'Your photo of the back of your driver’s license',
    },
  },
  'state-id': {
    front: {
      row: 'Front of your state ID card',
      title: 'Take a photo of the front of your state ID card',
      tips: [
        'Put it on a dark, plain table.',
        'Use daylight. Turn off the flash.',
        'Show all four corners and fill the picture.',
      ],
      alt: 'Your photo of the front of your state ID card',
    },
    back: {
      row: 'Back of your state ID card',
      title: 'Take a photo of the back of your state ID card',
      tips: [
        'Turn it over on the same table.',
        'Make sure the whole barcode is clear.',
        'Show all four corners and fill the picture.',
      ],
      alt: 'Your photo of the back of your state ID card',
    },
  },
  'passport-card': {
    front: {
      row: 'Front of your passport card',
      title: 'Take a photo of the front of your passport card',
      tips: [
        'Put it on a dark, plain table.',
        'Use daylight. Turn off the flash.',
        'Show all four corners and fill the picture.',
      ],
      alt: 'Your photo of the front of your passport card',
    },
    back: {
      row: 'Back of your passport card',
      title: 'Take a photo of the back of your passport card',
      tips: [
        'Turn it over on the same table.',
        'The three lines with “<<<” must be sharp.',
        'Show all four corners and fill the picture.',
      ],
      alt: 'Your photo of the back of your passport card',
    },
  },
  passport: {
    'data-page': {
      row: 'Picture page of your passport',
      title: 'Take a photo of the picture page of your passport',
      tips: [
        'Open it flat at the page with your picture, on a dark, plain table.',
        'Use daylight. Turn off the flash.',
        'Show the whole page with all four corners. The two lines with “<<<” at its foot must be sharp.',
      ],
      alt: 'Your photo of the picture page of your passport',
    },
  },
};
