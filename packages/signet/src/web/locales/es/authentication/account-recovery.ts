import type { recovery as english } from '../../en/authentication/account-recovery.ts';

export const recovery: typeof english = (brand) => ({
  ask: {
    title: '¿Cuál es su correo electrónico?',
    lead: 'Le ayudaremos a volver a entrar. No pierde nada: su identidad verificada sigue siendo suya.',
    hint: 'Cualquier correo electrónico de su cuenta. Le enviaremos un código.',
    back: 'Iniciar sesión',
    noMailbox: 'No puedo leer el correo de ninguna de mis direcciones',
    signedIn: 'Ya inició sesión. Puede agregar y quitar formas de iniciar sesión en “Cómo inicia sesión”.',
    blocked: (day: string) =>
      `Usted nos dijo “no fui yo”. Hasta el ${day} nadie puede usar este camino para entrar a su cuenta.`,
    allow: 'Permitirlo otra vez',
  },
  code: {
    title: 'Revise su correo',
    lead: 'Enviamos un mensaje a',
    body: 'Si esta dirección tiene una cuenta, recibirá un código de 6 dígitos y un enlace. Busque también en el correo no deseado. Si no llega nada nuevo, use el enlace del último mensaje: sirve durante un día.',
    label: 'Código del correo',
    again: 'Enviar un código nuevo',
    sent: 'Enviamos un código nuevo, salvo que ya hayan salido varios. Solo sirve el más reciente.',
    change: 'Usar otro correo electrónico',
    expired:
      'Ese código ya se usó o es demasiado antiguo. Si abrió el enlace en otro dispositivo, siga ahí. Si no, envíe uno nuevo',
    linkTitle: 'Vuelva a entrar en su cuenta',
    linkBody: 'Presione el botón para seguir en este navegador. Después le pediremos una prueba más.',
    linkExpired: {
      title: 'Ese enlace ya no sirve',
      body: 'Ya se usó, o es demasiado antiguo. Si lo usó en otra pestaña o en otro dispositivo, siga ahí. Su cuenta está bien.',
      again: 'Empezar de nuevo',
    },
    blocked: (day: string) =>
      `Alguien nos dijo “no fui yo”, así que este camino está cerrado hasta el ${day}. Inicie sesión, o elija “No puedo leer el correo de ninguna de mis direcciones”`,
  },
  choose: {
    title: '¿Qué tiene todavía?',
    hint: 'Su correo es una prueba. Necesitamos una más. Elija lo que puede usar ahora.',
    error: 'Elija lo que todavía tiene, o “Nada de esto”',
    rungs: {
      passkey: {
        label: 'Una llave de acceso o de seguridad',
        hint: 'En este u otro dispositivo. Entonces podrá iniciar sesión como siempre.',
      },
      'saved-code': {
        label: 'Un código de recuperación',
        hint: 'Uno de los diez códigos que imprimió o guardó.',
      },
      password: { label: 'Mi contraseña', hint: undefined },
      app: { label: 'Mi aplicación de autenticación', hint: 'Muestra un código de 6 dígitos.' },
      phone: { label: 'Mi teléfono', hint: 'Le enviaremos un código por mensaje o llamada.' },
      proofing: {
        label: 'Mi licencia o identificación, y mi cara',
        hint: 'Verifica otra vez su identidad. Unos 10 minutos.',
      },
      none: { label: 'Nada de esto', hint: 'Una persona revisará su caso.' },
    },
    session: 'Ya dio su contraseña o su llave de acceso. Con el código de su correo, eso es suficiente.',
  },
  other: 'Usar otra cosa',
  passkey: {
    title: 'Use su llave de acceso',
    lead: 'Con una llave de acceso no necesita recuperar nada. Solo inicie sesión.',
    button: 'Iniciar sesión con una llave de acceso',
  },
  savedCode: {
    title: 'Escriba un código de recuperación',
    hint: 'Dieciséis letras y números. Los guiones y las mayúsculas no importan. Cada código sirve una vez.',
    wrong: 'Ese código no es correcto o ya se usó. Revíselo o use otro',
  },
  password: {
    title: 'Escriba su contraseña',
    wrong: 'Esa contraseña no es correcta. Revísela e intente otra vez',
  },
  app: {
    title: 'Escriba el código de su aplicación',
    hint: `Abra su aplicación de autenticación y escriba el código de ${brand}.`,
    wrong: 'Ese código no es correcto o ya se usó. Espere el siguiente código de la aplicación',
  },
  phone: { title: '¿Qué teléfono puede usar?' },
  rebind: {
    title: 'Ya volvió. Configure una forma nueva de iniciar sesión',
    lead: 'Se cerró la sesión de todos los demás. Sus formas anteriores sirven hasta que las cambie o las quite.',
    titleSecond: 'Agregue un segundo paso',
    keepAppTitle: '¿Todavía tiene su aplicación de autenticación?',
    keepAppBody: 'Puede seguir siendo su segundo paso. Escriba el código que muestra ahora.',
    keepAppButton: 'Seguir con mi aplicación',
    leadSecond: 'Un paso más, para que una contraseña robada no sea suficiente.',
    vault:
      'Su identidad sigue verificada. Su información verificada sigue cerrada. Para abrirla, use un código de recuperación que guardó, inicie sesión con una llave de acceso que todavía tiene o verifique otra vez su identidad.',
    passwordTitle: 'Contraseña y una aplicación',
    passwordBody:
      'Elija una contraseña nueva. Después use la aplicación de autenticación que tiene, o configure una nueva.',
  },
  review: {
    title: '¿Cuáles de estas ya no tiene?',
    hint: 'Quitaremos lo que elija, para que nadie que lo encuentre pueda usarlo. Si todavía las tiene todas, no elija ninguna.',
    password: 'La contraseña anterior',
    totp: 'Su aplicación de autenticación',
    passkey: (name: string) => `Llave de acceso: ${name}`,
    phone: (last4) => `Códigos al teléfono que termina en ${last4}`,
    passkeyUnnamed: 'Llave de acceso sin nombre',
    since: (day: string) => `Desde el ${day}`,
    submit: 'Terminar',
  },
  case: {
    account: {
      title: '¿Qué correo electrónico tenía su cuenta?',
      hint: 'Escríbalo como mejor lo recuerde. No necesitamos escribirle ahí.',
      back: 'Usar otra cosa',
    },
    contact: {
      title: '¿Dónde podemos escribirle ahora?',
      hint: 'Un correo electrónico que usted pueda leer. Le enviaremos un código.',
    },
    code: {
      title: 'Revise su correo',
      lead: 'Enviamos un código de 6 dígitos a',
      label: 'Código del correo',
      submit: 'Enviar mi solicitud',
    },
    opened: {
      title: 'Recibimos su solicitud',
      lead: 'Una persona la revisará y le escribirá. No pierde nada.',
      reference: 'Su número de caso',
      next: 'Qué pasa ahora',
      steps: (hours: number) => [
        {
          heading: 'Una persona capacitada le escribirá',
          body: 'Le pedirá que muestre un documento y comparará su cara con él. Tenga a mano su licencia, identificación estatal o pasaporte.',
        },
        {
          heading: 'Esperaremos para estar seguros',
          body: `Después de un sí esperaremos ${hours} horas. Escribiremos a todas las direcciones de la cuenta, para que su dueño pueda detener a un ladrón.`,
        },
        {
          heading: 'Recibirá un enlace',
          body: 'Con él podrá configurar formas nuevas de iniciar sesión.',
        },
      ],
      keep: 'Guarde el correo electrónico que le acabamos de enviar. Su enlace muestra cómo va su caso.',
    },
    status: {
      title: (reference: string) => `Caso ${reference}`,
      states: {
        open: 'Una persona todavía no ha decidido. No tiene que hacer nada.',
        waiting:
          'La respuesta es sí. Estamos esperando para proteger su cuenta. Después le enviaremos un enlace.',
        ready: 'Le enviamos un enlace. Búsquelo en este correo; sirve durante 48 horas.',
        used: 'Este caso está cerrado. El enlace se usó.',
        refused:
          'La persona no pudo dejarle entrar con lo que usted mostró. Puede empezar de nuevo, con otro documento si puede. Entonces decidirá otra persona.',
        canceled: 'Alguien que tiene acceso a la cuenta detuvo esta solicitud. Puede empezar de nuevo.',
      },
      until: (day: string) => `Esperaremos hasta el ${day}.`,
      again: 'Empezar de nuevo',
      ended: 'Este enlace ya venció',
      endedLead: 'Guardamos un caso 30 días después de cerrarlo. Puede empezar de nuevo.',
    },
    link: {
      title: 'Recupere su cuenta',
      lead: 'Presione el botón en el dispositivo que usará para iniciar sesión. Después podrá configurar formas nuevas de iniciar sesión.',
      submit: 'Seguir aquí',
      ended: 'Este enlace ya venció',
      endedLead: 'Ya se usó, es demasiado viejo, o alguien detuvo la solicitud.',
    },
  },
  notMe: {
    title: '¿No fue usted?',
    lead: 'Uno de nuestros mensajes le avisó de un cambio en una cuenta. Si no lo hizo usted, deténgalo aquí.',
    does: 'Cuando presione el botón:',
    effects: {
      authenticator: [
        'La forma nueva de iniciar sesión dejará de servir.',
        'Se cerrarán todas las sesiones.',
      ],
      'sign-in': [
        'Se cerrarán todas las sesiones.',
        'Se desactivará la contraseña. Usted podrá elegir una nueva después de iniciar sesión de otra forma o de recuperar la cuenta.',
      ],
      recovery: [
        'Se detendrá la recuperación, y lo que se configuró con ella dejará de servir.',
        'Se cerrarán todas las sesiones.',
        'Si nadie ha entrado todavía, nadie podrá intentarlo así durante 7 días. Cuando inicie sesión puede permitirlo antes.',
      ],
      identity: [
        'La cuenta se bloqueará hasta que una persona capacitada la revise.',
        'Se cerrarán todas las sesiones.',
      ],
      contact: ['Se deshará el cambio del correo electrónico.', 'Se cerrarán todas las sesiones.'],
    },
    mailed: 'Después escribiremos a todas las direcciones de la cuenta.',
    submit: 'No fui yo',
    was: 'Si fue usted, cierre esta página. No cambiará nada.',
    done: {
      title: 'Lo detuvimos',
      lead: 'Está deshecho, y se cerraron todas las sesiones.',
      next: 'Qué hacer ahora',
      steps: [
        {
          heading: 'Cambie la contraseña de su correo',
          body: 'Otra persona puede estar leyendo su correo. Haga esto primero.',
        },
        {
          heading: 'Inicie sesión y revise su cuenta',
          body: 'Quite lo que no conozca y obtenga códigos de recuperación nuevos.',
        },
        {
          heading: '¿No puede iniciar sesión?',
          body: 'Puede recuperar su cuenta. Su identidad verificada no se pierde.',
        },
      ],
      recover: 'Recuperar mi cuenta',
    },
    ended: {
      title: 'Este enlace ya venció',
      lead: 'Tiene más de 30 días o le falta una parte. Todavía puede proteger su cuenta.',
      link: 'Vea qué hacer',
    },
  },
});
