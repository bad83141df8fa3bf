import type { photoProblems as english } from '../../en/proofing/photo-problems.ts';

export const photoProblems: typeof english = {
  blurry: 'La foto está borrosa. No se mueva y espere hasta que la imagen se vea nítida.',
  moved: 'La cámara se movió. Apoye los codos en la mesa y no se mueva.',
  glare: 'La luz se refleja. Apague el flash y mueva la lámpara a un lado.',
  'too-dark': 'La foto está muy oscura. Acérquese a una ventana o encienda una luz.',
  'too-bright': 'La foto está muy clara. Apague el flash y evite la luz fuerte.',
  'low-resolution': 'La imagen es demasiado pequeña para leerla. Acérquese y llene la imagen.',
  'too-far': 'Está demasiado lejos. Acérquese hasta llenar la imagen.',
  'cut-off': 'Una parte quedó fuera de la imagen. Muestre las cuatro esquinas.',
  'no-document':
    'No vemos una licencia, una identificación ni un pasaporte en esta foto. Póngalo en el centro de la imagen.',
  'other-side': 'Este es el otro lado. Dele la vuelta.',
  'other-document': 'Este es otro documento. Tome la foto del que eligió, o vuelva y elija otra vez.',
  'document-as-selfie': 'Esta es la foto de un documento. Tome una foto de su cara.',
  'no-barcode': 'No vemos un código de barras. Tome la foto del lado que tiene el código ancho, completo.',
  'barcode-glare':
    'La luz se refleja en el código de barras. Apague el flash o incline un poco el documento.',
  'barcode-unread': 'No podemos leer el código de barras. Límpielo, póngalo plano y acérquese un poco.',
  'other-barcode':
    'Este no es el código de barras de una licencia o identificación. Tome la foto del código ancho del reverso.',
  'zone-unread':
    'No podemos leer las líneas con “<<<”. Ponga el documento plano. Todas estas líneas deben verse completas y nítidas.',
  expired: 'Este documento está vencido. Use otro documento o elija otra forma más abajo.',
  'not-accepted': 'No podemos aceptar un documento de este emisor. Use otro o elija otra forma más abajo.',
  'no-portrait': 'No vemos una cara en el documento. Nada debe taparla.',
  'no-face': 'No vemos una cara. Mire de frente a la cámara, con la cara en la luz.',
  'several-faces': 'Vemos más de una cara. Solo usted debe salir en la foto.',
  'face-too-small': 'Su cara se ve muy pequeña. Acérquese a la cámara.',
};
