import { al } from '../../../../kernel/index.ts';
import type { phones as english } from '../../en/authentication/phone.ts';

export const phones: typeof english = {
  endsIn: (last4) => `el número que termina en ${last4}`,
  send: {
    title: 'Reciba un código por teléfono',
    text: 'Enviar un código por mensaje a',
    call: 'Llamar a',
    or: 'O reciba un código por teléfono',
  },
  code: {
    titleText: 'Escriba el código del mensaje de texto',
    titleCall: 'Escriba el código de la llamada',
    texted: 'Enviamos un código de 6 dígitos a',
    calling: 'Estamos llamando a',
    spoken: 'Una voz dice un código de 6 dígitos, dos veces.',
    once: 'Sirve una sola vez, durante 10 minutos.',
    purpose: (what) =>
      `El mensaje debe decir que el código es para entrar ${al(what)}. Si dice otra cosa, alguien podría querer engañarle: no escriba el código.`,
    label: 'Código de 6 dígitos',
    submit: 'Iniciar sesión',
    confirm: 'Continuar',
    againText: 'Enviar un código nuevo',
    againCall: 'Llamarme otra vez',
    insteadText: 'Mejor envíenme un mensaje',
    insteadCall: 'Mejor llámenme',
    sent: 'Enviamos un código nuevo. Solo sirve el más reciente.',
    called: 'Le estamos llamando con un código nuevo. Solo sirve el más reciente.',
    other: 'Usar otra forma',
    wrong: 'Ese código no es correcto. Revíselo o pida uno nuevo',
    expired: 'Ese código es muy antiguo o ya se usó. Pida uno nuevo',
  },
  paused: (minutes) =>
    minutes <= 1
      ? 'Ahora no podemos enviar códigos a números como este. Use otra forma o intente de nuevo en un minuto'
      : `Ahora no podemos enviar códigos a números como este. Use otra forma o intente de nuevo en ${minutes} minutos`,
  tooMany: (minutes) =>
    minutes <= 1
      ? 'Ya enviamos muchos códigos. Espere un minuto e intente de nuevo, o use otra forma'
      : `Ya enviamos muchos códigos. Espere ${minutes} minutos e intente de nuevo, o use otra forma`,
  changed: {
    title: 'Ahora no podemos usar este teléfono',
    lead: 'La compañía telefónica dice que este número recibió una tarjeta SIM nueva, o cambió de compañía, en los últimos 3 días.',
    why: 'Los ladrones que se apoderan de un número hacen eso mismo para recibir sus códigos. Por eso no enviamos ningún código y le avisamos por correo electrónico.',
    yours:
      'Si fue usted, no pasa nada: los códigos a este teléfono volverán a servir 3 días después del cambio.',
    notYours: 'Si no fue usted, llame ahora a su compañía telefónica.',
    other: 'Iniciar sesión de otra forma',
    help: 'Vea qué puede hacer',
  },
  add: {
    title: 'Reciba códigos por teléfono',
    riskTitle: 'Un número de teléfono se puede robar',
    risk: 'Los ladrones engañan a las compañías telefónicas para pasar un número a otra tarjeta SIM. Entonces reciben los códigos de usted. Una llave de acceso no se puede robar así.',
    passkey: 'Mejor usar una llave de acceso',
    app: 'Mejor usar una aplicación de autenticación',
    label: 'Su número de teléfono',
    hint: 'Con el código de área, por ejemplo 202 555 0101. Si el número no es de Estados Unidos, empiece con + y el código del país.',
    cost: 'Lo usamos solo para ayudarle a iniciar sesión. Su compañía telefónica puede cobrarle los mensajes y las llamadas.',
    text: 'Enviarme un código por mensaje',
    call: 'Llamarme con un código',
    back: 'Usar otra forma',
    change: 'Usar otro número',
    changed:
      'La compañía telefónica dice que este número recibió una tarjeta SIM nueva, o cambió de compañía, en los últimos 3 días. Los ladrones hacen eso para recibir códigos. Agregue este teléfono 3 días después del cambio, o use ahora otra forma',
    tooMany: 'Ya tiene 5 teléfonos. Cambie uno de ellos',
    errors: {
      empty: 'Escriba su número de teléfono',
      'not-a-phone-number':
        'Escriba un número de teléfono con su código de área, por ejemplo 202 555 0101. Si el número es de fuera de Estados Unidos, empiece con + y el código del país',
      'has-an-extension': 'Escriba un número de teléfono suyo, sin extensión',
      'costs-extra': 'Cada llamada a ese número tiene un costo adicional. Escriba otro número',
      'toll-free': 'Ese es un número gratuito. Escriba el número de su propio teléfono',
      'internet-phone':
        'Ese es un número de teléfono por internet. Se puede abrir desde cualquier computadora, así que un código prueba poco. Escriba el número de un celular o de un teléfono fijo',
      'cannot-be-reached': 'No podemos enviar códigos a ese tipo de número. Escriba otro número',
      'gets-no-texts': 'Ese número no recibe mensajes de texto. Presione “Llamarme con un código”',
      'country-not-served':
        'No podemos enviar códigos a números de ese país. Escriba un número de otro país o use otra forma',
      'out-of-service':
        'La compañía telefónica dice que este número no tiene servicio. Revíselo o escriba otro',
      'no-calls-here': 'No podemos hacer llamadas. Escriba un número que reciba mensajes de texto',
      fictional: 'Ese número se reserva para películas y ejemplos. Escriba su propio número',
      'not-for-sandbox':
        'No escriba un número real en la zona de pruebas. Los números inventados tienen 555-01 en el medio, por ejemplo 202 555 0101',
    },
  },
  ways: {
    title: 'Teléfonos',
    none: 'Ningún teléfono recibe códigos.',
    text: 'Mensajes de texto',
    voice: 'Llamadas',
    off: 'Desactivado tras demasiados códigos incorrectos. Agréguelo de nuevo para usarlo.',
    added: (day) => `Agregado: ${day}`,
    used: (day) => `usado por última vez: ${day}`,
    neverUsed: 'sin usar todavía',
    change: 'Cambiar el número',
    add: 'Agregar un teléfono',
    needsPassword: 'Un teléfono sirve solo junto con una contraseña. Primero elija una contraseña.',
  },
};
