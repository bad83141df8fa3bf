import type { overview as english } from '../../en/your-account/overview.ts';

export const overview: typeof english = {
  title: 'Su cuenta',
  email: 'Correo electrónico',
  identity: 'Su identidad',
  proven: 'Comprobada',
  verified: (day) =>
    `Usted comprobó quién es el ${day}. Todas las agencias que usan Signet pueden confiar en ello.`,
  notVerified: 'Aún no comprobada',
  notVerifiedBody:
    'Algunas agencias piden que compruebe quién es. Puede hacerlo ahora o cuando una agencia lo pida.',
  verify: 'Comprobar quién soy',
};
