import type { ways as english } from '../../en/account/authenticators.ts';

export const ways: typeof english = {
  title: 'Cómo inicia sesión',
  done: {
    password: 'Su contraseña cambió. Se cerró su sesión en todos los demás dispositivos.',
    passkey: 'Ya puede iniciar sesión con su nueva llave de acceso.',
    name: 'El nombre nuevo se guardó.',
    app: 'Ya puede iniciar sesión con su aplicación de autenticación.',
    phone: 'Se agregó su teléfono. Ya puede recibir códigos en él.',
    removed: 'Se quitó y ya no sirve para iniciar sesión.',
    'removed-already': 'Ya se había quitado. No tiene que hacer nada más.',
  },
  passkeys: 'Llaves de acceso',
  passkeysLead:
    'Una llave de acceso es su huella, su cara o su PIN en su propio dispositivo, o una llave de seguridad. Su huella y su cara nunca salen de su dispositivo: nosotros nunca las vemos.',
  passkeysNone:
    'Todavía no tiene una llave de acceso. Es la manera más segura de iniciar sesión y no hay nada que recordar.',
  oneOnly:
    'Tiene una sola llave de acceso. Agregue otra: así, si pierde un dispositivo, podrá entrar de todos modos.',
  kinds: {
    device: 'Huella, cara o PIN en un dispositivo',
    'security-key': 'Llave de seguridad',
  },
  unnamed: { device: 'Llave de acceso', 'security-key': 'Llave de seguridad' },
  synced: 'Sincronizada entre sus dispositivos',
  single: 'Solo en este dispositivo',
  noPin: 'No pide PIN, así que también da su contraseña',
  added: (day) => `Agregada: ${day}`,
  used: (day) => `usada por última vez: ${day}`,
  neverUsed: 'sin usar todavía',
  opens: 'Abre su información verificada',
  opensNot: 'Inicia la sesión, pero no abre su información verificada',
  rename: 'Cambiar el nombre',
  remove: 'Quitar',
  addPasskey: 'Agregar una llave de acceso',
  addKey: 'Agregar una llave de seguridad',
  password: 'Contraseña',
  passwordOn: 'Tiene una contraseña.',
  passwordOff: 'No tiene contraseña. Con una llave de acceso no la necesita.',
  passwordChange: 'Cambiar la contraseña',
  passwordAdd: 'Agregar una contraseña',
  totp: 'Aplicación de autenticación',
  totpOn: 'Tiene una aplicación que muestra códigos.',
  totpOff: 'No hay ninguna aplicación configurada.',
  totpChange: 'Usar otra aplicación',
  totpAdd: 'Configurar una aplicación',
  recovery: 'Códigos de recuperación',
  recoveryLeft: (count) => (count === 1 ? 'Le queda 1 código.' : `Le quedan ${count} códigos.`),
  recoveryMake: 'Hacer códigos nuevos',
  name: {
    title: '¿Cómo llama a esta llave de acceso?',
    label: 'Nombre',
    hint: 'Por ejemplo, “Laptop del trabajo”. Solo usted lo ve.',
    submit: 'Guardar',
    tooLong: (most) => `Use ${most} caracteres como máximo`,
  },
  removal: {
    title: (what) => `¿Quitar ${what}?`,
    what: { password: 'su contraseña', totp: 'su aplicación de autenticación' },
    effect:
      'Ya no podrá iniciar sesión con ella. Se cerrará la sesión en los otros dispositivos donde usó esta manera.',
    onDevice: 'Puede que siga en la lista de su dispositivo. Allí también la puede borrar.',
    codesOnly:
      'Después, solo sus códigos de recuperación abrirán su información verificada. Agregue antes otra llave de acceso o una contraseña, o guarde bien sus códigos.',
    nothing:
      'Después, nada abrirá su información verificada. Tendría que verificar su identidad otra vez. Agregue antes otra llave de acceso o una contraseña.',
    submit: 'Quitarla',
    keep: 'Dejarla',
    lastTitle: (what) => `Todavía no puede quitar ${what}`,
    last: 'Sin ella no podría iniciar sesión de forma segura. Agregue antes otra manera de iniciar sesión. Después podrá quitar esta.',
    lastBack: 'Volver a cómo inicia sesión',
  },
};
