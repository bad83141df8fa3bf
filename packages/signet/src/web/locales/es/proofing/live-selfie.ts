import type { liveSelfie as english } from '../../en/proofing/live-selfie.ts';

export const liveSelfie: typeof english = {
  heading: 'Muéstrenos su cara',
  title: 'Use la cámara',
  lead: 'Le pediremos que mire a la cámara y haga tres movimientos pequeños, uno tras otro. Tarda medio minuto, más o menos.',
  start: 'Encender la cámara',
  starting: 'Encendiendo la cámara…',
  stop: 'Apagar la cámara',
  again: 'Probar otra vez con la cámara',
  cannot: 'No puedo hacer este movimiento',
  aloud: 'Decirlo en voz alta',
  silent: 'Dejar de decirlo en voz alta',
  done: 'Listo. Ya tenemos lo necesario.',
  otherWays:
    'Todavía no vemos lo necesario. Puede seguir intentando. O use una de las otras maneras, más abajo.',
  counted: 'Parte {seen} de {of}',
  ask: {
    straight: 'Mire de frente a la cámara',
    'turn-left': 'Gire la cabeza hacia su izquierda',
    'turn-right': 'Gire la cabeza hacia su derecha',
    'chin-down': 'Baje la barbilla hacia el pecho',
    'open-mouth': 'Abra bien la boca',
  },
  problems: {
    'no-face': 'No vemos su cara. Póngala dentro del óvalo, sin gorra, lentes oscuros ni mascarilla.',
    'several-faces': 'Vemos más de una cara. Debe aparecer solo la suya; tampoco una foto detrás de usted.',
    'face-too-small': 'Acérquese a la cámara.',
    'not-straight': 'Mire de frente, con la boca cerrada.',
    more: 'Un poco más.',
    'other-side': 'Hacia el otro lado.',
    'another-face': 'Muévase despacio. En la imagen debe verse solo su cara.',
    'eyes-covered': 'Quítese los lentes oscuros.',
    busy: 'Mucha gente está usando esto ahora. No se vaya: sigue por sí solo.',
    'poor-picture':
      'La imagen está oscura o no es nítida. Póngase frente a una ventana o una lámpara y no se mueva.',
  },
  failures: {
    camera:
      'No se pudo encender la cámara. Permita que esta página la use: en casi todos los navegadores, toque el símbolo a la izquierda de la dirección. O envíe una foto más abajo.',
    absent: 'No encontramos una cámara. Use su teléfono o envíe una foto más abajo.',
    failed:
      'No se pudo encender la cámara. Quizás la usa otro programa: ciérrelo y pruebe otra vez. O envíe una foto más abajo.',
    network: 'No pudimos conectar con nuestro servidor. Revise su conexión y empiece de nuevo.',
    tooMany: 'Hoy ha usado la cámara muchas veces. Envíe una foto más abajo o vuelva mañana.',
    nothingLeft: 'Quedan muy pocos movimientos que pueda hacer. Envíe una foto más abajo.',
    over: 'Tardó demasiado. Empiece de nuevo.',
    anotherFace: 'No pudimos seguir su cara. Muévase despacio y pruebe otra vez.',
  },
};
