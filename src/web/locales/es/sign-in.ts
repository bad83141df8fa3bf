import type { signIn as english } from '../en/sign-in.ts';

export const signIn: typeof english = {
  signIn: {
    title: 'Iniciar sesión',
    titleFresh: 'Confirme que es usted',
    freshLead: (agency) => `${agency} le pide iniciar sesión otra vez antes de seguir.`,
    passkey: 'Iniciar sesión con una llave de acceso',
    passkeyHint:
      'Su huella, su cara o el bloqueo de pantalla, o una llave de seguridad. No hay que escribir nada.',
    or: 'O use su contraseña',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    create: '¿Es su primera vez?',
    createLink: 'Crear una cuenta',
    lost: '¿Perdió su contraseña, teléfono o llave de acceso?',
    lostBody:
      'Después de su contraseña puede usar un código de recuperación en lugar de la aplicación o la llave de acceso. Con una llave de acceso no necesita la contraseña.',
    errors: {
      'does-not-match': 'Ese correo y esa contraseña no coinciden. Revise ambos e intente otra vez',
      busy: 'Muchas personas están iniciando sesión. Espere unos segundos y presione “Iniciar sesión” otra vez',
    },
  },
  tooMany: (minutes) =>
    minutes <= 1
      ? 'Demasiados intentos. Espere un minuto e intente otra vez'
      : `Demasiados intentos. Espere ${minutes} minutos e intente otra vez`,
  notNow: 'Ese paso ya se terminó o pasó demasiado tiempo. No se perdió nada',
  email: {
    title: '¿Cuál es su correo electrónico?',
    hint: 'Le enviaremos un código para comprobar que es suyo. Lo usará para iniciar sesión.',
    steps: ['Correo', 'Contraseña o llave', 'Segundo paso', 'Códigos de recuperación'],
    have: '¿Ya tiene una cuenta?',
    haveLink: 'Iniciar sesión',
    error: 'Escriba un correo como nombre@ejemplo.com',
  },
  code: {
    title: 'Revise su correo',
    lead: 'Enviamos un mensaje a',
    body: 'Escriba aquí el código de 6 dígitos, o abra el enlace del mensaje. Puede tardar un minuto; busque también en correo no deseado.',
    label: 'Código del correo',
    submit: 'Continuar',
    again: 'Enviar un código nuevo',
    sent: 'Enviamos un código nuevo. Solo sirve el más reciente.',
    change: 'Usar otro correo electrónico',
    wrong: (left) =>
      left === 1
        ? 'Ese código no es correcto. Le queda un intento'
        : `Ese código no es correcto. Le quedan ${left} intentos`,
    expired: 'Ese código venció. Pida uno nuevo',
    linkTitle: 'Confirme su correo electrónico',
    linkBody: 'Presione el botón para confirmar este correo y seguir aquí.',
    linkSubmit: 'Confirmar mi correo',
    linkExpired: {
      title: 'Ese enlace terminó',
      body: 'Ya se usó o es demasiado antiguo. Su cuenta está bien.',
      next: 'Empiece otra vez y le enviaremos uno nuevo.',
      again: 'Escribir mi correo otra vez',
    },
  },
  first: {
    title: '¿Cómo quiere iniciar sesión?',
    passkeyTitle: 'Con una llave de acceso',
    passkeyBody:
      'Use su huella, su cara o el bloqueo de pantalla de este dispositivo, o una llave de seguridad. Un sitio falso no puede adivinarla ni robarla.',
    passkeyButton: 'Crear una llave de acceso',
    passwordTitle: 'Con una contraseña',
    passwordHint: (least) =>
      `Al menos ${least} caracteres. Sirven bien unas palabras que solo usted juntaría. Puede usar letras, espacios y símbolos.`,
    passwordLabel: 'Elija una contraseña',
    passwordSubmit: 'Usar esta contraseña',
    or: 'o',
    errors: {
      'password-too-short': (limit) => `Elija una contraseña de al menos ${limit} caracteres`,
      'password-too-long': (limit) => `Elija una contraseña de ${limit} caracteres como máximo`,
      'password-too-common':
        'Muchas personas usan esa contraseña y es la primera que prueba un ladrón. Elija otra',
      'service-name': 'Esa contraseña contiene el nombre de este servicio. Elija otra',
      'email-address': 'Esa contraseña contiene su correo electrónico. Elija otra',
      'address-taken': 'Ese correo ya tiene una cuenta. Inicie sesión',
      busy: 'Hay muchas personas aquí en este momento. Espere unos segundos y presione el botón otra vez',
    },
  },
  second: {
    title: 'Agregue una segunda forma de probar que es usted',
    lead: 'Una contraseña sola se puede adivinar o robar. Con un segundo paso, nadie entra solo con la contraseña.',
    totpTitle: 'Aplicación de autenticación',
    totpBody:
      'Una aplicación gratuita en su teléfono o computadora muestra un código nuevo cada 30 segundos. Funciona sin señal.',
    totpButton: 'Usar una aplicación de autenticación',
    passkeyTitle: 'Llave de acceso',
    passkeyBody: 'Su huella, su cara o el bloqueo de pantalla de este dispositivo, o una llave de seguridad.',
    passkeyButton: 'Crear una llave de acceso',
    passwordTitle: 'Contraseña',
    passwordButton: 'Elegir una contraseña',
  },
  totp: {
    title: 'Prepare su aplicación de autenticación',
    one: 'Abra su aplicación y escanee esta imagen',
    oneAlt: 'Código QR con la clave para su aplicación de autenticación',
    oneLink: '¿En este dispositivo? Ábralo en su aplicación',
    two: 'O escriba esta clave en la aplicación',
    three: 'Escriba el código que muestra la aplicación',
    label: 'Código de 6 dígitos de la aplicación',
    submit: 'Continuar',
    wrong: 'Ese código no es correcto. Espere el siguiente código de la aplicación y escríbalo aquí',
  },
  recovery: {
    title: 'Guarde sus códigos de recuperación',
    lead: 'Si pierde su teléfono o su llave de acceso, uno de estos códigos le permite volver a entrar. Cada uno sirve una vez.',
    why: 'Imprímalos o guárdelos donde solo usted los encuentre. No podremos mostrarlos otra vez después de esta página.',
    make: 'Mostrar mis códigos de recuperación',
    listLabel: 'Sus códigos de recuperación',
    print: 'Para imprimir esta página, use el comando de imprimir de su navegador.',
    done: 'Ya guardé mis códigos',
    label: 'Código de recuperación',
    useTitle: 'Use un código de recuperación',
    useHint: 'Veinte letras y números. No importan los guiones ni las mayúsculas.',
    useSubmit: 'Iniciar sesión',
    wrong: 'Ese código no es correcto o ya se usó. Revíselo o use otro',
  },
  factor: {
    title: 'Escriba el código de su aplicación',
    hint: 'Abra su aplicación de autenticación y escriba el código de Signet.',
    label: 'Código de 6 dígitos',
    submit: 'Iniciar sesión',
    wrong: 'Ese código no es correcto o ya se usó. Espere el siguiente código de la aplicación',
    other: 'Otras formas',
    passkey: 'Usar una llave de acceso',
    recovery: 'Usar un código de recuperación',
    choose: 'Un paso más para iniciar sesión',
    none: 'Todos los segundos pasos de esta cuenta están desactivados, por demasiados códigos incorrectos o porque se usaron los códigos de recuperación. No se perdió nada suyo.',
    noneHelp: 'Vea qué puede hacer',
  },
  passkeyNeeded: {
    title: 'Use una llave de acceso para seguir',
    lead: (agency) =>
      `${agency} pide un inicio de sesión que un sitio falso no puede robar: una llave de acceso o una llave de seguridad.`,
    signIn: 'Usar mi llave de acceso',
    create: 'Crear una llave de acceso',
  },
  openVault: {
    title: 'Abra su información verificada',
    lead: 'Su información verificada está bajo llave, y la llave de acceso que usó no puede abrirla en este dispositivo. Su contraseña puede, y un código de recuperación también.',
    password: 'Contraseña',
    code: 'Código de recuperación',
    submit: 'Abrir',
    or: 'O use un código de recuperación',
  },
  signedOut: {
    title: 'Su sesión está cerrada',
    body: 'Cerró la sesión de Signet y de cada agencia donde la usaba.',
    again: 'Iniciar sesión otra vez',
  },
};
