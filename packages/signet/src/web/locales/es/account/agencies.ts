import { al, atStart } from '../../../../kernel/index.ts';
import type { agencies as english } from '../../en/account/agencies.ts';

export const agencies: typeof english = (brand) => ({
  title: 'Agencias con acceso a su información',
  none: 'Ninguna todavía. Una agencia aparece aquí después de que usted acepta compartir algo con ella.',
  lead: 'Usted aceptó que estas agencias reciban lo siguiente cuando inicia sesión en ellas. Su información está protegida con una clave que solo usted tiene: una agencia solo la recibe mientras usted inicia sesión.',
  why: 'Por qué la pide',
  gets: 'Qué recibe',
  nothing: 'Ningún dato: solo un código para usted, cómo inició sesión y si su identidad está verificada',
  refused: 'Lo que decidió no compartir',
  since: 'Usted aceptó',
  lastUsed: 'Último inicio de sesión allí',
  never: 'Todavía ninguno',
  releases: 'Las últimas veces que recibió algo',
  all: 'Ver todo lo que se entregó',
  revoke: 'Terminar esta conexión',
  end: {
    title: (agency) => `¿Terminar la conexión con ${agency}?`,
    does: 'Qué cambia',
    doesList: (agency) => [
      `${atStart(agency)} ya no podrá recibir nada de usted por medio de ${brand}. Lo que usa para preguntarnos dejará de servir ahora.`,
      `La próxima vez que usted inicie sesión en ${agency}, ${brand} le pedirá permiso de nuevo antes de entregar algo.`,
    ],
    doesNot: 'Qué no cambia',
    doesNotList: (agency) => [
      `${atStart(agency)} conserva lo que ya recibió. Para que lo borre, pídaselo ${al(agency)}.`,
      'No se cerrará su cuenta allí, ni se cerrará la sesión en las páginas que ya estén abiertas.',
      `Su cuenta de ${brand} y sus otras conexiones siguen igual.`,
    ],
    submit: 'Terminar la conexión',
    keep: 'Conservarla',
  },
  ended: `La conexión terminó. Esa agencia ya no recibirá nada de ${brand}, a menos que usted acepte otra vez.`,
});
