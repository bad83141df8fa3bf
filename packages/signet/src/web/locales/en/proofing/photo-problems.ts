/** What is wrong with a photo, and what to do: told in the place of the photo, all of it at once. */
export const photoProblems = {
  blurry: 'The photo is blurry. Hold still and wait until the picture is sharp.',
  moved: 'The camera moved. Rest your elbows on the table and hold still.',
  glare: 'Light shines off it. Turn off the flash and move the lamp to the side.',
  'too-dark': 'The photo is too dark. Go to a window or turn on a light.',
  'too-bright': 'The photo is too bright. Turn off the flash and move out of bright light.',
  'low-resolution': 'The picture is too small to read. Go closer and fill the picture.',
  'too-far': 'It is too far away. Go closer until it fills the picture.',
  'cut-off': 'A part is outside the picture. Show all four corners.',
  'no-document': 'We see no license, ID or passport in this photo. Put it in the middle of the picture.',
  'other-side': 'This is the other side. Turn it over.',
  'other-document': 'This is another document. Photograph the one you chose, or go back and choose again.',
  'document-as-selfie': 'This is a photo of a document. Take a photo of your face.',
  'no-barcode': 'We see no barcode. Photograph the side with the wide barcode, all of it.',
  'barcode-glare': 'Light shines off the barcode. Turn off the flash, or tilt it a little.',
  'barcode-unread': 'We cannot read the barcode. Wipe it clean, lay it flat and go a little closer.',
  'other-barcode': 'This is not the barcode of a license or ID. Photograph the wide barcode on the back.',
  'zone-unread':
    'We cannot read the lines with “<<<”. Lay the document flat. All of these lines must be in the picture, and sharp.',
  expired: 'It has expired. Use another document, or choose another way below.',
  'not-accepted':
    'We cannot take a document from this issuer. Use another document, or choose another way below.',
  'no-portrait': 'We see no face on it. Make sure that nothing covers the picture.',
  'no-face': 'We see no face. Look straight at the camera, with your face in the light.',
  'several-faces': 'We see more than one face. Only you may be in the picture.',
  'face-too-small': 'Your face is too small. Come closer to the camera.',
};
