import type { ways as english } from '../../en/your-account/ways.ts';

export const ways: typeof english = {
  title: 'Cómo inicia sesión',
  password: 'Contraseña',
  totp: 'Aplicación de autenticación',
  passkey: 'Llave de acceso',
  recovery: 'Códigos de recuperación',
  recoveryLeft: (count) => (count === 1 ? 'Queda 1 código' : `Quedan ${count} códigos`),
  on: 'Configurada',
  off: 'Sin configurar',
  addPasskey: 'Agregar una llave de acceso',
  passwordChanged: 'Su contraseña cambió. Se cerró su sesión en todos los demás dispositivos.',
};
