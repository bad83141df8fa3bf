import type { reasons as english } from '../../en/proofing/reasons.ts';
import { caseLookReasons } from './case-look.ts';
import { letterReasons } from './letter.ts';

export const reasons: typeof english = {
  'front-unreadable': {
    why: 'No pudimos leer el frente de su documento.',
    help: 'Límpielo, use la luz del día sin flash y acérquese hasta que llene la imagen.',
  },
  'front-is-a-passport': {
    why: 'La foto del frente muestra un pasaporte.',
    help: 'Usted eligió una licencia o identificación. Tome fotos de sus dos lados. Para usar el pasaporte, regrese y elíjalo.',
  },
  'front-is-no-document': {
    why: 'No encontramos una licencia ni una identificación en la foto del frente.',
    help: 'En la imagen debe verse solo la licencia o identificación, con las cuatro esquinas.',
  },
  'zone-unreadable': {
    why: 'No pudimos leer las tres líneas con “<<<” del reverso de su tarjeta de pasaporte.',
    help: 'Límpiela. Sostenga la cámara justo encima y espere hasta que las líneas se vean nítidas.',
  },
  'front-is-another-card': {
    why: 'No encontramos una tarjeta de pasaporte en la foto del frente.',
    help: 'Tome fotos de los dos lados de su tarjeta de pasaporte. Para usar otro documento, regrese y elíjalo.',
  },
  'page-unreadable': {
    why: 'No pudimos leer la página con la foto de su pasaporte.',
    help: 'Ábralo bien, use la luz del día sin flash y acérquese hasta que la página llene la imagen. Las dos líneas al pie deben verse nítidas.',
  },
  'page-is-a-license': {
    why: 'La foto muestra una licencia o identificación, no un pasaporte.',
    help: 'Tome una foto de la página con su foto. Para usar la licencia o identificación, regrese y elíjala.',
  },
  'page-is-another-document': {
    why: 'La foto muestra una página de otro documento, no de un pasaporte.',
    help: 'Tome una foto de la página con su foto. Una visa no sirve.',
  },
  'page-is-no-document': {
    why: 'No encontramos la página con la foto de un pasaporte en la imagen.',
    help: 'En la imagen debe verse solo la página con su foto, con las cuatro esquinas.',
  },
  'no-office-to-ask': {
    why: 'Ninguna oficina a la que podamos preguntar por computadora guarda el registro de su pasaporte. No hay problema: lo verá una persona capacitada.',
    help: 'Si también tiene una licencia o identificación de un estado, puede usarla en su lugar. Es más rápido.',
  },
  'portrait-not-found': {
    why: 'No pudimos ver la cara en su documento.',
    help: 'Su foto pequeña debe verse nítida. Incline un poco el documento si la luz se refleja.',
  },
  'back-unreadable': {
    why: 'No pudimos leer el código de barras del reverso de su licencia o identificación.',
    help: 'Límpiela. Sostenga la cámara justo encima y espere hasta que el código de barras se vea nítido.',
  },
  'back-is-another-barcode': {
    why: 'La foto del reverso muestra un código de barras que no es de una licencia ni de una identificación.',
    help: 'Muestre todo el reverso, con el código de barras grande.',
  },
  'document-expired': {
    why: 'Su documento está vencido.',
    help: 'Use una licencia, identificación estatal o pasaporte vigente. Su estado puede renovarle la licencia, muchas veces por internet.',
  },
  'document-not-accepted': {
    why: 'No podemos aceptar este documento.',
    help: 'Use una licencia de conducir o una identificación de un estado, o un pasaporte.',
  },
  'document-needs-a-look': {
    why: 'Una persona debe revisar su documento.',
    help: 'Envíe fotos claras de todo lo que pedimos.',
  },
  'document-not-confirmed': {
    why: 'No pudimos confirmar lo que usted nos dio.',
    help: '¿Es nuevo su documento, o usted cambió de nombre? Entonces los registros pueden tardar unos días.',
  },
  'below-minimum-age': {
    why: 'Usted no tiene aún la edad para una cuenta propia aquí.',
    help: 'Su madre, padre o tutor puede pedir otra manera a la agencia.',
  },
  'selfie-no-face': {
    why: 'No encontramos una cara en la foto.',
    help: 'Mire de frente a la cámara, con luz pareja y sin nada delante de la cara.',
  },
  'selfie-several-faces': {
    why: 'Hay más de una cara en la foto.',
    help: 'Nadie más debe salir en la foto. Los cuadros en la pared también cuentan.',
  },
  'selfie-face-too-small': {
    why: 'Su cara se ve muy pequeña en la foto.',
    help: 'Acerque la cámara para que su cara llene casi toda la imagen.',
  },
  'selfie-not-matched': {
    why: 'Su cara no coincidió con la foto de su documento.',
    help: 'Mire de frente a la cámara con luz pareja. Quítese el sombrero, los lentes y la mascarilla.',
  },
  'selfie-needs-a-look': {
    why: 'Una persona debe comparar su cara con la foto de su documento.',
    help: 'Mire de frente a la cámara con luz pareja.',
  },
  'selfie-is-the-portrait': {
    why: 'Su foto se parece demasiado a la foto de su documento. Una persona debe compararlas.',
    help: 'Tómese una foto nueva de la cara con la cámara. La foto de una foto no cuenta.',
  },
  'selfie-not-live': {
    why: 'No pudimos comprobar de forma automática que la foto es de usted, en este momento. Una persona debe verla.',
    help: 'Use la cámara de esta página y haga los movimientos que le pide.',
  },
  'camera-in-doubt': {
    why: 'No pudimos comprobar de forma automática que la imagen vino directo de una cámara. Una persona debe verla.',
    help: 'Use la cámara de su teléfono o computadora, sin un programa que cambie la imagen.',
  },
  'selfie-from-file': {
    why: 'Su foto vino de un archivo. Una persona debe compararla con la foto de su documento.',
    help: 'Para no esperar, use la cámara de esta página y haga los movimientos que le pide.',
  },
  'record-not-confirmed': {
    why: 'No pudimos confirmar lo que usted nos dio.',
    help: 'Mire su tarjeta de Seguro Social, una declaración de impuestos o un talón de pago, y escriba el número otra vez. Si estaba bien, escriba el mismo número: entonces una persona capacitada revisa su caso. Para protegerlo, nunca decimos qué registro no coincidió.',
  },
  'taxpayer-number': {
    why: 'Usted dio un ITIN. Está bien. Ninguna oficina que consultamos por computadora guarda los ITIN; por eso lo revisa una persona capacitada.',
    help: 'Tenga a la mano la carta con la que recibió su ITIN.',
  },
  'phone-not-confirmed': {
    why: 'No pudimos confirmar su teléfono.',
    help: 'Debe ser un teléfono celular a su propio nombre y con servicio. Use uno así, o siga sin teléfono.',
  },
  'phone-needs-a-look': {
    why: 'Una persona debe revisar su cuenta de teléfono.',
    help: 'Puede usar otro teléfono que esté a su propio nombre.',
  },
  'no-phone': {
    why: 'Usted no tiene una cuenta de teléfono propia. Una persona capacitada puede pedirle otra identificación con su foto, como un pasaporte, una identificación tribal, o una de su escuela o trabajo.',
    help: 'Tenga a la mano una de esas identificaciones.',
  },
  ...caseLookReasons,
  'already-verified': {
    why: 'Ya hay una cuenta de la persona con estos documentos.',
    help: 'Cierre esta sesión y entre en esa cuenta. Si usted no la creó, repórtelo en “Si cree que esto es un error”.',
  },
  'not-this-account': {
    why: 'Lo que envió no coincide con la persona de esta cuenta.',
    help: 'Use la identificación con la que se verificó, u otra con el mismo nombre. Si cambió de nombre, pida que una persona revise su caso.',
  },
  'review-refused': {
    why: 'Una persona capacitada vio su caso y no pudo confirmar quién es usted.',
    help: 'Puede empezar de nuevo, con otro documento o con fotos más claras. También puede pedir otra revisión.',
  },
  'review-expired': {
    why: 'Nadie revisó su caso a tiempo. Fue culpa nuestra, no suya.',
    help: 'Empiece de nuevo, por favor.',
  },
  'records-unavailable-too-long': {
    why: 'Una oficina que guarda registros no respondió por muchos días. No fue culpa suya.',
    help: 'Empiece de nuevo, por favor. Quizás ahora responda.',
  },
  ...letterReasons,
  'level-not-reached': {
    why: 'Aceptamos sus documentos, pero esta agencia pide más pruebas de las que podemos revisar aquí.',
    help: 'Pida otra manera a la agencia.',
  },
};
