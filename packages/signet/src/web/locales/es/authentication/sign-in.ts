import { al, atStart } from '../../../../kernel/index.ts';
import type { signIn as english } from '../../en/authentication/sign-in.ts';

export const signIn: typeof english = (brand) => ({
  signIn: {
    title: 'Iniciar sesión',
    titleFresh: 'Confirme que es usted',
    freshLead: (agency) => `${atStart(agency)} le pide iniciar sesión otra vez antes de seguir.`,
    passkey: 'Iniciar sesión con una llave de acceso',
    passkeyHint: 'Use su huella, su cara, el bloqueo de pantalla o una llave de seguridad.',
    or: 'O use su contraseña',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    create: '¿Es su primera vez?',
    createLink: 'Crear una cuenta',
    forgot: '¿Olvidó su contraseña?',
    lost: '¿Perdió su teléfono o su llave de acceso?',
    lostWays: [
      'Si tiene una contraseña, inicie sesión con ella. Después elija “Usar un código de recuperación”.',
    ],
    lostHelp: 'No puedo iniciar sesión',
    errors: {
      'does-not-match': 'Ese correo y esa contraseña no coinciden. Revise ambos e intente otra vez',
      'wrong-password': 'Esa contraseña no es correcta. Revísela e intente otra vez',
      busy: 'Muchas personas están iniciando sesión. Espere unos segundos y escriba su contraseña otra vez',
    },
  },
  empty: {
    email: 'Escriba su correo electrónico',
    password: 'Escriba su contraseña',
    code: 'Escriba el código',
    'recovery-code': 'Escriba un código de recuperación',
  },
  notWhole: {
    code: 'Escriba los 6 dígitos del código',
    'recovery-code': 'Escriba las 16 letras y números del código de recuperación',
  },
  tooMany: (minutes) =>
    minutes <= 1
      ? 'Demasiados intentos. Espere un minuto e intente otra vez'
      : `Demasiados intentos. Espere ${minutes} minutos e intente otra vez`,
  email: {
    title: '¿Cuál es su correo electrónico?',
    hint: 'Le enviaremos un código para confirmar que es suyo. Lo usará para iniciar sesión.',
    steps: ['Correo', 'Contraseña o llave de acceso', 'Segundo paso', 'Códigos de recuperación'],
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
    sent: 'Enviamos un código nuevo, salvo que ya hayan salido varios. Solo sirve el más reciente. Si no llega otro mensaje, abra el enlace del último: cada uno sirve durante un día.',
    change: 'Usar otro correo electrónico',
    wrong: (left) =>
      left === 1
        ? 'Ese código no es correcto. Le queda un intento'
        : `Ese código no es correcto. Le quedan ${left} intentos`,
    expired:
      'Ese código ya se usó o es demasiado antiguo. ¿Abrió el enlace en otro dispositivo? Entonces siga ahí. Si no, pida uno nuevo',
    linkTitle: 'Confirme su correo electrónico',
    linkBody: 'Presione el botón para confirmar este correo y seguir aquí.',
    linkSubmit: 'Confirmar mi correo',
    linkExpired: {
      title: 'Ese enlace ya no sirve',
      body: 'Ya se usó o es demasiado antiguo. Si lo usó en otra pestaña o en otro dispositivo, siga ahí. Su cuenta está bien.',
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
      `Al menos ${least} caracteres. Sirven bien unas palabras que solo usted juntaría. Puede usar espacios y símbolos.`,
    passwordLabel: 'Elija una contraseña',
    passwordSubmit: 'Usar esta contraseña',
    errors: {
      'password-too-short': (limit) => `Elija una contraseña de al menos ${limit} caracteres`,
      'password-too-long': (limit) => `Elija una contraseña de ${limit} caracteres como máximo`,
      'password-too-common': 'Muchas personas usan esa contraseña y un ladrón la prueba primero. Elija otra',
      'password-leaked':
        'Esa contraseña apareció en una filtración conocida, así que los ladrones la tienen en sus listas. Elija otra',
      'service-name': 'Esa contraseña contiene el nombre de este servicio. Elija otra',
      'email-address': 'Esa contraseña contiene su correo electrónico. Elija otra',
      'address-taken': 'Ese correo ya tiene una cuenta. Inicie sesión',
      busy: 'Hay muchas personas aquí en este momento. Espere unos segundos y presione el botón otra vez',
    },
  },
  second: {
    title: 'Agregue una segunda forma de confirmar que es usted',
    lead: 'Una contraseña se puede adivinar o robar. Con un segundo paso, no basta para entrar.',
    leadPasskey:
      'Su llave de acceso muestra que usted tiene su dispositivo. Un segundo paso muestra que es usted quien lo usa.',
    totpTitle: 'Aplicación de autenticación',
    totpBody:
      'Una aplicación gratuita en su teléfono o computadora muestra un código nuevo cada 30 segundos. Funciona sin señal.',
    totpButton: 'Usar una aplicación de autenticación',
    passkeyTitle: 'Llave de acceso',
    passkeyBody: 'Su huella, su cara o el bloqueo de pantalla de este dispositivo, o una llave de seguridad.',
    passkeyButton: 'Crear una llave de acceso',
    phoneTitle: 'Mensaje de texto o llamada',
    phoneBody:
      'Cada vez enviamos un código a su teléfono. Un ladrón puede apoderarse de un número, así que esta es la forma menos segura.',
    phoneButton: 'Usar mi número de teléfono',
    passwordTitle: 'Contraseña',
    passwordBody: 'La escribirá después de usar su llave de acceso.',
    passwordButton: 'Elegir una contraseña',
  },
  totp: {
    title: 'Prepare su aplicación de autenticación',
    lead: 'Sirve cualquier aplicación que muestre códigos para iniciar sesión. Su teléfono o su administrador de contraseñas puede tener una.',
    back: 'Usar otra forma',
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
    printHint: 'Para imprimirlos, use el comando de imprimir de su navegador.',
    download: 'Descargar',
    file: 'codigos-de-recuperacion.txt',
    sheet: {
      head: (day) => `Códigos de recuperación de ${brand}, ${day}`,
      how: (site) =>
        `¿Perdió su teléfono o su llave de acceso? Vaya a ${site} y elija “Iniciar sesión”. Si tiene una contraseña, inicie sesión con ella y elija “Usar un código de recuperación”. Si no la tiene o la olvidó, elija “No puedo iniciar sesión”.`,
      care: 'Cada código sirve una vez. Táchelo después de usarlo. Guarde esta hoja donde solo usted la encuentre. Nunca le pediremos un código.',
    },
    titleAgain: 'Obtenga códigos de recuperación nuevos',
    leadAgain: 'Recibirá diez códigos nuevos. Los códigos que tiene ahora dejarán de servir.',
    done: 'Ya guardé mis códigos',
    label: 'Código de recuperación',
    useTitle: 'Use un código de recuperación',
    useHint: 'Dieciséis letras y números. No importan los guiones ni las mayúsculas.',
    useSubmit: 'Iniciar sesión',
    useBack: 'Usar otra forma',
    wrong: 'Ese código no es correcto o ya se usó. Revíselo o use otro',
  },
  newPassword: {
    title: 'Elija una contraseña nueva',
    lead: 'Se cerrará su sesión en todos los demás dispositivos.',
    label: 'Contraseña nueva',
    submit: 'Guardar esta contraseña',
    back: 'Su cuenta',
  },
  factor: {
    title: 'Escriba el código de su aplicación',
    hint: `Abra su aplicación de autenticación y escriba el código de ${brand}.`,
    label: 'Código de 6 dígitos',
    submit: 'Iniciar sesión',
    wrong: 'Ese código no es correcto o ya se usó. Espere el siguiente código de la aplicación',
    other: 'Otras formas',
    passkey: 'Usar una llave de acceso',
    passkeyOnly: 'Usar mi llave de acceso',
    recovery: 'Usar un código de recuperación',
    choose: 'Un paso más para iniciar sesión',
    unusual:
      'Este inicio de sesión no es como los demás: viene de un lugar o un navegador nuevo. Para proteger su cuenta, use una forma más.',
    titleNone: 'Su segundo paso está bloqueado',
    none: 'Hubo demasiados códigos incorrectos, o ya usó todos sus códigos de recuperación. Nadie puede entrar así ahora. Usted todavía puede recuperar su cuenta. Su cuenta y su identidad verificada están a salvo.',
    noneHelp: 'Recuperar mi cuenta',
    lost: 'No puedo usar nada de esto',
  },
  passkeyNeeded: {
    title: 'Use una llave de acceso para seguir',
    lead: (agency) =>
      `${atStart(agency)} pide un inicio de sesión que un sitio falso no puede robar: una llave de acceso o una llave de seguridad.`,
    signIn: 'Usar mi llave de acceso',
    create: 'Crear una llave de acceso',
  },
  storedPasskey: {
    title: 'Su llave de acceso está guardada',
    lead: 'Desde ahora puede iniciar sesión con ella.',
    opensNot:
      'No abre su información verificada, porque este dispositivo no dio lo que hace falta para eso. Una contraseña o un código de recuperación la abre.',
    password: 'Elegir una contraseña',
    codes: 'Crear códigos de recuperación nuevos',
  },
  openVault: {
    title: 'Abra su información verificada',
    lead: 'Su información verificada está cerrada. Lo que usó para iniciar sesión no puede abrirla en este dispositivo.',
    passwordIsNewer:
      'Su contraseña es correcta. No puede abrir esta información, porque la eligió después de que la información se cerró. Un código de recuperación que guardó antes sí puede.',
    withPassword: 'Con su contraseña',
    withCode: 'Con un código de recuperación',
    password: 'Contraseña',
    code: 'Código de recuperación',
    submitPassword: 'Abrir con mi contraseña',
    submitCode: 'Abrir con este código',
    withoutCode: 'Sin un código de recuperación',
    proveAgain: 'Verificar mi identidad otra vez',
  },
  signedOut: {
    title: 'Su sesión está cerrada',
    body: `Cerró su sesión de ${brand} y de cada agencia donde la usaba.`,
    again: 'Iniciar sesión otra vez',
  },
  backToAgency: (agency) => `Cancelar y volver ${al(agency)}`,
});
