import type { agencies as english } from '../../en/your-account/agencies.ts';

export const agencies: typeof english = {
  title: 'Agencias con acceso a su información',
  none: 'Ninguna todavía. Una agencia aparece aquí después de que usted acepta compartir algo con ella.',
  given: (items) => `Puede ver ${items}.`,
  since: (day) => `Usted aceptó el ${day}`,
  revoke: 'Terminar esta conexión',
  revokeHint: 'Si termina una conexión, la agencia debe pedirle permiso otra vez antes de ver algo.',
};
