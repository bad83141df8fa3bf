import { atStart } from '../../../../kernel/index.ts';
import type { stepUp as english } from '../../en/authentication/step-up.ts';

export const stepUp: typeof english = {
  confirm: {
    title: 'Confirme que es usted',
    lead: 'Está por ver o cambiar algo privado. Use una de sus maneras de iniciar sesión.',
    passkey: 'Usar mi llave de acceso',
    orPassword: 'O use su contraseña',
    orCode: 'O use el código de su aplicación',
    code: 'Código de 6 dígitos',
    submit: 'Continuar',
    withCode: 'Usar el código de mi aplicación',
    withPassword: 'Usar mi contraseña',
    none: 'Ninguna de sus maneras de iniciar sesión sirve aquí ahora. Cierre la sesión e inicie otra vez, o vea qué puede hacer.',
    help: 'Vea qué puede hacer',
  },
  resume: {
    title: 'Le damos la bienvenida de nuevo',
    lead: 'Pasó un rato sin actividad. Para proteger su información, confirme que usted es',
    notYou: '¿No es usted?',
    someoneElse: 'Iniciar sesión como otra persona',
  },
  keyNeeded: {
    title: 'Use una llave que se queda en un solo dispositivo',
    lead: (agency) =>
      `${atStart(agency)} pide una llave que no se puede copiar: una llave de seguridad, o una llave de acceso que se queda en un solo dispositivo.`,
    have: 'Estas llaves suyas sirven:',
    use: 'Usar mi llave',
    syncedOnly:
      'Sus llaves de acceso se copian entre sus dispositivos, así que aquí no bastan. Agregue una llave de seguridad: un aparato pequeño que se conecta o se acerca.',
    none: 'Todavía no tiene una llave así. Una llave de seguridad es un aparato pequeño que se conecta o se acerca.',
    add: 'Agregar una llave de seguridad',
  },
};
