import type { about as english } from '../en/about.ts';

const dayCount = (days: number) => (days === 1 ? 'un día' : `${days} días`);

export const about: typeof english = (brand) => ({
  home: {
    title: 'Verifique su identidad una sola vez',
    lead: `${brand} es una sola cuenta para todas las agencias que confían en ella. Usted muestra sus documentos una sola vez; después, un solo inicio de sesión abre cada una.`,
    steps: [
      {
        heading: 'Cree una cuenta',
        body: 'Con un correo electrónico y una llave de acceso, o una contraseña y una aplicación de autenticación.',
      },
      {
        heading: 'Muestre quién es',
        body: 'Una foto de su licencia de conducir, identificación estatal o pasaporte, una foto de su cara (o un código por correo postal), su número de Seguro Social y un teléfono celular a su propio nombre. Unos 10 minutos.',
      },
      {
        heading: 'Vaya a cualquier agencia',
        body: 'Usted decide qué puede ver cada una. Su información está protegida con una clave que solo usted tiene: ni nosotros podemos abrirla sin usted.',
      },
    ],
    agencies: `Agencias que usan ${brand}`,
  },
  help: {
    title: 'Ayuda',
    lead: 'Busque lo que pasó y qué hacer. Casi todo lo puede hacer sin ayuda, ahora. Donde una persona debe ayudar, lo decimos.',
    agencies: 'Quiere hablar con una agencia',
    agenciesBody:
      'Una agencia puede ayudarle por teléfono, por correo postal o en persona, también sin una cuenta aquí.',
    agenciesPage: {
      title: 'Teléfonos y direcciones de las agencias',
      lead: 'Siempre puede preguntar a la agencia misma. Puede ayudarle sin una cuenta aquí.',
    },
    topics: [
      {
        question: 'Perdí mi teléfono o mi llave de acceso',
        answer:
          'Si tiene una contraseña, inicie sesión con ella. Cuando pidamos el código, elija “Usar un código de recuperación”. Después configure una aplicación o una llave de acceso nueva en su cuenta. Si no tiene contraseña, recupere la cuenta con su correo y un código de recuperación. Su identidad verificada no se pierde.',
        link: { href: '/recover', text: 'Recuperar mi cuenta' },
      },
      {
        question: 'Olvidé mi contraseña',
        answer:
          'Si tiene una llave de acceso, inicie sesión con ella. Después abra su cuenta y elija una contraseña nueva. Si no la tiene, le enviaremos un código a su correo y le pediremos una cosa más, por ejemplo un código de recuperación. Entonces elegirá una contraseña nueva. Su identidad verificada no se pierde.',
        link: { href: '/recover', text: 'Obtener una contraseña nueva' },
      },
      {
        question: 'No puedo iniciar sesión de ninguna forma',
        answer:
          'Puede recuperar su cuenta. Le enviaremos un código a su correo electrónico. Además necesita una cosa más: un código de recuperación, su contraseña, su aplicación, su teléfono, o su identificación y su cara. Si no tiene nada de esto, una persona revisará su caso. Su identidad verificada no se pierde.',
        link: { href: '/recover', text: 'Recuperar mi cuenta' },
      },
      {
        question: 'Mi información verificada está cerrada',
        answer:
          'Puede pasar después de recuperar su cuenta, o con una llave de acceso en otro dispositivo. Su identidad sigue verificada. Abra la información con un código de recuperación que guardó, o con una contraseña o llave de acceso de antes. Si no tiene nada de esto, verifique otra vez su identidad.',
        link: { href: '/account/data', text: 'Abrir mi información verificada' },
      },
      {
        question: 'No se aceptó mi foto',
        answer:
          'Ponga la licencia sobre una mesa oscura y lisa. Use luz del día, sin flash. Llene el cuadro y no se mueva. Puede usar la cámara o elegir una foto.',
      },
      {
        question: 'Me dijeron que una persona debe revisar mi caso',
        answer:
          'Guarde el número de caso de la página o del correo electrónico. No se pierde nada: una persona capacitada revisará lo que envió y le enviaremos la respuesta por correo electrónico. Puede pedir que lo revisen otra vez.',
      },
      {
        question: 'No tengo licencia, cámara o teléfono',
        answer:
          'En la página “¿Qué tiene a la mano?”, elija lo que corresponda. Donde una página no puede ayudar, dice qué sí puede y cuánto tarda.',
      },
      {
        question: 'Alguien usó mi información',
        answer:
          '¿Recibió un correo electrónico sobre un inicio de sesión o una verificación de identidad que no fue suya? Siga ahora los pasos de “No fui yo”.',
        link: { href: '/not-me', text: 'No fui yo' },
      },
    ],
  },
  notMe: {
    title: 'No fui yo',
    lead: 'Hizo bien en revisar. Esto es lo que detiene a otra persona.',
    steps: [
      {
        heading: 'Inicie sesión y cierre todas las demás sesiones',
        body: 'Si tiene una contraseña, cámbiela: así se cierra la sesión de cualquier otra persona. Si no la tiene, abra “Dispositivos” en su cuenta y cierre la sesión en todos los demás.',
      },
      {
        heading: 'Revise cómo inicia sesión',
        body: 'Su cuenta muestra sus llaves de acceso, su aplicación y sus códigos de recuperación. Quite lo que no conozca. Si usa una aplicación, configúrela otra vez. Obtenga códigos nuevos: los anteriores dejan de servir.',
      },
      {
        heading: 'Llame a la agencia para la que usa esta cuenta',
        body: 'Diga qué mensaje recibió y cuándo llegó. La agencia puede avisar a quienes operan este servicio, y ellos pueden bloquear la cuenta de inmediato. No responda al mensaje: nadie lee las respuestas. Usted no pierde nada.',
      },
    ],
    letter: {
      heading: 'Recibió una carta con un código',
      lead: 'Para esto no necesita una cuenta.',
      steps: [
        '¿Lleva su nombre y usted no la pidió? Alguien podría estar tratando de hacerse pasar por usted, con su identificación o una foto de ella. Sin el código no puede: no se lo dé a nadie y destruya la carta. Por sí solo no pasa nada más.',
        'Llame después a una agencia que use este servicio y diga que alguien usó su identificación. La agencia puede avisar a quienes operan el servicio. Avise también a la oficina que emitió su identificación.',
        '¿Lleva otro nombre? No la abra. Escriba “No vive en esta dirección” en el sobre y devuélvala al cartero. ¿Ya la abrió? Ciérrela y haga lo mismo. El código solo le sirve a la persona que lo pidió.',
      ],
    },
  },
  privacy: {
    title: 'Política de privacidad y datos biométricos',
    lead: 'Qué guardamos, por cuánto tiempo y cómo pedir que se borre.',
    contents: 'En esta página',
    sections: ({ reviewDays, deletionDays }) => [
      {
        heading: 'Sus fotos y su cara',
        body: [
          'Comparamos la foto de su documento con la foto de su cara solo después de que usted acepta. La comparación produce números en memoria; nunca se guardan.',
          'Usted puede decir que no. Con una licencia de conducir o una identificación estatal, un código que enviamos a su dirección puede tomar su lugar, donde este servicio envía cartas. Entonces las fotos de su identificación se borran cuando sale la carta. Lo que leímos en ella queda bajo llave hasta que usted escriba el código: 21 días, o 30 fuera de los 48 estados contiguos. La empresa que imprime y envía la carta recibe su nombre, su dirección y el código.',
          'Con una cámara miramos muchas imágenes mientras usted mueve la cabeza. Guardamos solo las que muestran los movimientos que pedimos, con sus otras fotos y tanto tiempo como ellas. Una foto de un archivo la compara una persona capacitada.',
          `Borraremos sus fotos en cuanto se decida su caso. Si una persona capacitada debe revisarlo, las guardaremos cifradas hasta que decida, ${dayCount(reviewDays)} como máximo.`,
          'Puede detenerse y borrar todo en cualquier paso con “Detener y borrar todo”.',
        ],
      },
      {
        heading: 'Su información verificada',
        body: [
          'Su nombre, fecha de nacimiento, dirección y número de Seguro Social están sellados con una clave que solo su contraseña, llave de acceso o código de recuperación puede abrir. Una copia de nuestra base de datos no abre nada.',
          'Guardamos un código calculado de su número de Seguro Social para que nadie abra una segunda cuenta con él. El número no se puede obtener de ese código sin una clave que nunca sale de su caja fuerte.',
        ],
      },
      {
        heading: 'Vea, lleve y elimine sus datos',
        body: [
          'Su cuenta tiene una sección “Sus datos”. Ahí ve lo que verificó, descarga todo lo que sabemos de usted y elimina su cuenta.',
          `Después de pedir que se elimine, su cuenta espera ${dayCount(deletionDays)} en ${deletionDays === 1 ? 'el' : 'los'} que usted puede conservarla. Luego se elimina todo sobre usted. Lo que pasó queda en nuestro registro sin nada que lo una a usted, y usted recibe un enlace que confirma la eliminación.`,
        ],
      },
      {
        heading: 'Por qué pedimos su número de Seguro Social',
        body: [
          'Une su identidad verificada con los registros de agencias que lo usan, como una agencia de impuestos. Puede decidir no darlo; entonces las agencias que lo necesitan no podrán encontrar sus registros así. Saber el número nunca prueba quién es usted.',
        ],
      },
      {
        heading: 'Por qué pedimos su teléfono',
        body: [
          'Una cuenta de teléfono a su nombre es una segunda prueba. Preguntamos a la compañía telefónica si el número es suyo y si acaba de cambiar su tarjeta SIM, y le enviaremos un código. Borraremos el número en cuanto se decida su caso, y ninguna agencia lo recibirá. Puede seguir sin teléfono; entonces una persona capacitada revisará su caso.',
        ],
      },
      {
        heading: 'Qué reciben las agencias',
        body: [
          'Solo lo que usted aceptó en la página que lo muestra. Cada agencia le conoce por un identificador distinto. Puede ver y terminar cada conexión en su cuenta.',
        ],
      },
      {
        heading: 'Qué tan buenas son las revisiones automáticas',
        body: [
          'Las revisiones de cara, de presencia y de documentos de este programa no han sido probadas por un laboratorio independiente para esta instalación. Fuera de la zona de pruebas solo cuentan si el operador registró tasas de error medidas.',
        ],
      },
    ],
  },
  trust: {
    title: 'Cómo se verifica la identidad aquí',
    lead: `Esta dirección nombra las reglas con las que ${brand} afirma algo sobre una persona.`,
    sandbox:
      'Esta es una zona de pruebas. Sus personas, documentos y registros son inventados. Nunca confíe en lo que afirma sobre una persona.',
    real: 'Las reglas siguen NIST SP 800-63-4. Cuáles se cumplen, y con qué prueba, está en la documentación (docs/controls.md). Nadie ha evaluado esta instalación.',
  },
});
