import type { professionals as english } from './words-en.ts';

export const professionals: typeof english = {
  title: 'Profesionales de impuestos',
  lead: 'Usted puede permitir que un profesional de impuestos vea una parte de sus registros por un tiempo. Usted elige qué parte y puede terminarlo en cualquier momento.',
  none: 'Ahora no hay nadie autorizado.',
  start: 'Autorizar a un profesional de impuestos',
  scope:
    'En esta demostración los profesionales no tienen un sitio propio: lo que usted permite aquí queda registrado y nadie lo usa.',
  nameOf: (name, number) => `${name}, ${number}`,
  states: { running: 'Activa', ended: 'Terminada', over: 'Vencida' },
  scopes: {
    transcripts: {
      name: 'Transcripciones',
      text: 'Sus declaraciones, cuentas, salarios e ingresos. Los datos personales siguen ocultos.',
    },
    notices: { name: 'Avisos', text: 'Lo que le escribimos.' },
    payments: { name: 'Pagos', text: 'Qué pagó y cuándo. Sin números de cuentas bancarias.' },
  },
  period: (from, until) => `Del ${from} al ${until}`,
  endedOn: (day) => `Terminada el ${day}`,
  end: 'Terminar ahora',
  done: {
    given: 'El profesional está autorizado. Lo confirma un aviso en su cuenta.',
    ended: 'La autorización terminó. Ya no se puede ver nada con ella.',
  },
  form: {
    title: 'Autorizar a un profesional de impuestos',
    number: 'Número de profesional',
    numberHint: 'La letra P y ocho dígitos. Pídaselo a su profesional. En esta demostración: P20000017.',
    years: '¿Para qué años tributarios?',
    scopes: '¿Qué puede ver?',
    until: '¿Hasta qué día?',
    untilHint: 'Ese día incluido, como máximo un año desde hoy.',
    next: 'Revisar',
    nothing: 'Todavía no hay nada registrado que un profesional pueda ver.',
  },
  check: {
    title: 'Revise a quién autoriza',
    lead: 'Asegúrese de que es su profesional. Si el nombre no es correcto, vuelva y revise el número.',
    confirm: 'Autorizar',
  },
  facts: {
    who: 'Profesional',
    city: 'Ciudad',
    years: 'Años tributarios',
    scopes: 'Puede ver',
    until: 'Hasta',
  },
  problems: {
    number: 'Escriba la letra P y ocho dígitos, como P20000017',
    years: 'Elija al menos un año tributario',
    scopes: 'Elija al menos un tipo de registro',
    until: 'Escriba el último día en que puede verlo',
    unknown: 'Ningún profesional tiene este número. Revise cada dígito',
    day: (from, to) => `Elija un día del ${from} al ${to}`,
  },
};
