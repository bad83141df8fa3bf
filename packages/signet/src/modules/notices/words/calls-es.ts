import { al } from '../../../kernel/index.ts';
import { type CallWords, spokenTwice } from './words.ts';

export const spanishCalls: CallWords = {
  'sign-in-code': ({ code, agency }, { name }) => [
    `Hola. Le llamamos de ${name}.`,
    `Su código para entrar ${al(agency ?? name)} es:`,
    ...spokenTwice(code, 'Otra vez:'),
    'Si usted no está iniciando sesión ahora, cuelgue. No diga este código a nadie.',
  ],
  'new-phone-code': ({ code }, { name }) => [
    `Hola. Le llamamos de ${name}.`,
    'Su código para usar este teléfono al iniciar sesión es:',
    ...spokenTwice(code, 'Otra vez:'),
    'Si usted no lo pidió, cuelgue. No diga este código a nadie.',
  ],
};
