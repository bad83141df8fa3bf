import type { sandbox as english } from '../../en/proofing/sandbox.ts';

export const sandbox: typeof english = {
  photoTitle: 'Use una foto de muestra',
  photoBody:
    'Esta es una zona de pruebas. Envíe las fotos de una persona inventada, no las de sus propios documentos.',
  photoLink: 'Obtener fotos de muestra',
  cameraTitle: 'Use una cámara prestada',
  cameraBody: 'Esta es una zona de pruebas. Use la cámara de la persona inventada que eligió, no la suya.',
  cameraWhose: 'De quién',
  cameraUse: 'Usar esta cámara',
  numberTitle: 'Use un número inventado',
  numberBody:
    'Esta es una zona de pruebas. Escriba el número de la persona inventada que eligió, no el suyo.',
  numberLink: 'Ver las personas inventadas',
  phoneTitle: 'Use un teléfono inventado',
  phoneBody:
    'Esta es una zona de pruebas. Escriba el teléfono de la persona inventada que eligió, no el suyo.',
  phoneLink: 'Ver las personas inventadas',
  codeTitle: 'El código está en el buzón',
  codeBody:
    'Esta es una zona de pruebas. No se envía nada a un teléfono real: los mensajes llegan a una página.',
  codeLink: 'Abrir el buzón',
  letterTitle: 'La carta está en el buzón',
  letterBody:
    'Esta es una zona de pruebas. Nada sale al correo postal y no hay espera: las cartas llegan a una página.',
  letterLink: 'Abrir el buzón',
  newTab: '(abre otra pestaña)',
};
