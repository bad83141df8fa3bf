import type { stepUp as english } from '../en/step-up.ts';

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
};
