import { proofs } from '../letters/proof-words-es.ts';
import { letters } from '../letters/words-es.ts';
import { overview } from '../overview/words-es.ts';
import { payments } from '../payments/words-es.ts';
import { plans } from '../plans/words-es.ts';
import { professionals } from '../professionals/words-es.ts';
import { profile } from '../profile/words-es.ts';
import { refundTool } from '../refund-tool/words-es.ts';
import { filings } from '../returns/words-es.ts';
import { staff } from '../staff/words-es.ts';
import { transcripts } from '../transcripts/words-es.ts';
import type { Words } from './en.ts';

export const es: Words = {
  agency: 'Departamento de Ingresos',
  demonstration: 'Demostración. Este departamento no existe, y sus registros tampoco.',
  skip: 'Ir al contenido principal',
  otherLanguage: { lang: 'en', name: 'English' },
  nav: {
    label: 'Su cuenta',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    sectionsLabel: 'Cuenta de impuestos',
    sections: {
      home: 'Inicio',
      transcripts: 'Transcripciones',
      payments: 'Pagos',
      filings: 'Declaraciones',
      letters: 'Avisos',
      profile: 'Perfil',
    },
  },
  footer: {
    about:
      'Una agencia inventada que muestra cómo se trabaja con Signet. Aquí no hay impuestos reales de nadie.',
    session: 'Por su seguridad, la sesión se cierra después de 15 minutos sin actividad.',
  },

  form: {
    errorPrefix: 'Error: ',
    problems: 'Hay un problema',
    back: 'Volver',
    change: 'Cambiar',
  },

  clock: {
    title: '¿Sigue ahí?',
    text: 'En dos minutos cerraremos su sesión, para proteger sus registros.',
    stay: 'Seguir con la sesión',
  },

  home: {
    title: 'Su cuenta de impuestos, en un solo lugar',
    lead: 'Vea dónde está su reembolso, cuánto debe y qué hay registrado, a cualquier hora.',
    signIn: 'Iniciar sesión con Signet',
    continue: 'Ir a su cuenta de impuestos',
    signInNote:
      '¿Es su primera vez con Signet? Al iniciar sesión creará una cuenta y verificará su identidad. Toma unos 10 minutos, una sola vez.',
    refund: '¿Solo quiere saber dónde está su reembolso?',
    whatTitle: 'Qué puede hacer aquí',
    what: [
      {
        icon: 'refund',
        title: 'Seguir su reembolso',
        text: 'Declaración recibida, reembolso aprobado, reembolso enviado: vea en qué paso está y desde cuándo.',
      },
      {
        icon: 'transcript',
        title: 'Obtener una transcripción',
        text: 'Su cuenta de cualquier año registrado, lista para imprimir. Los datos personales van ocultos.',
      },
      {
        icon: 'balance',
        title: 'Consultar su saldo',
        text: 'Lo que se calculó, lo que ha pagado y lo que falta por pagar, al centavo.',
      },
    ],
    needTitle: 'Qué necesita la primera vez',
    need: [
      'Una licencia de conducir, identificación estatal o pasaporte vigente',
      'Su número de Seguro Social',
      'Un celular a su nombre. Sin él, una persona revisa su caso, y eso toma más tiempo',
      'Una cámara en su teléfono o computadora, o fotos que pueda subir',
    ],
    needNote: 'Después, iniciar sesión toma unos segundos, y la misma cuenta sirve en otras agencias.',
    privacyTitle: 'Qué llegamos a saber de usted',
    privacy:
      'Signet le muestra cada dato antes de compartirlo, y usted decide. Usamos su número de Seguro Social para encontrar su registro. Sus registros de impuestos se quedan con nosotros: Signet nunca los tiene.',
  },

  account: {
    title: 'Su cuenta de impuestos',
    greeting: (name) => `Hola, ${name}`,
    details: 'En nuestro registro',
    name: 'Nombre',
    fileNumber: 'Número de expediente',
    filingStatus: 'Estado civil para efectos de la declaración',
    refundTitle: (year) => `Reembolso de ${year}`,
    yearsTitle: 'Sus años tributarios',
    year: 'Año tributario',
    status: 'Estado civil para efectos de la declaración',
    balance: 'Saldo',
    transcript: 'Transcripción',
    openTranscripts: (year) => `Transcripciones de ${year}`,
    totalOwed: 'Usted debe',
    nothingOwed: 'Usted no debe nada',
    dueNote: 'Todos los años tributarios juntos, a la fecha de hoy.',
    owedToYou: 'a su favor',
    noYears: 'Todavía no hay ninguna declaración suya registrada.',
    signedIn: (when) => `Sesión iniciada con Signet el ${when}.`,
  },

  refund: {
    amount: 'Monto',
    stages: {
      received: 'Declaración recibida',
      approved: 'Reembolso aprobado',
      sent: 'Reembolso enviado',
    },
    stageText: {
      received: 'Tenemos su declaración y la estamos revisando.',
      approved: 'Su reembolso está aprobado. Estamos preparando el pago.',
      sent: 'Enviamos su reembolso.',
    },
    underWay: 'Un depósito puede tardar cinco días en aparecer; un cheque, dos semanas.',
    done: 'hecho',
    current: 'paso actual',
    notYet: 'todavía no',
    usually: {
      electronic: (day) =>
        `La mayoría de los reembolsos se envían en los 21 días siguientes a la llegada de la declaración; en su caso, a más tardar el ${day}.`,
      paper: (day) =>
        `El reembolso de una declaración en papel tarda 6 semanas o más. Vuelva a consultar aquí después del ${day}.`,
    },
    longer: (day) =>
      `Está tardando más de lo normal. Usted no necesita hacer nada. Si aquí no hay cambios a más tardar el ${day}, llámenos al 202-555-0155.`,
    call: 'Está tardando más de lo normal. Llámenos al 202-555-0155 y revisaremos qué pasa.',
    toAccount: (account) => `A la cuenta bancaria ${account}`,
    byCheck: 'Por cheque, a la dirección registrada',
    tooEarly: (day) =>
      `Su declaración ya llegó. El reembolso se puede seguir aquí desde el ${day}: un día después de enviarla por vía electrónica, cuatro semanas después si fue en papel.`,
    none: (year) => `No le corresponde un reembolso por ${year}.`,
    notKnownYet: (year) =>
      `Todavía estamos procesando su declaración de ${year}. Hasta entonces nadie puede decir si le corresponde un reembolso.`,
  },

  filingStatuses: {
    single: 'Soltero(a)',
    'married-joint': 'Casado(a) que presenta una declaración conjunta',
    'married-separate': 'Casado(a) que presenta una declaración por separado',
    'head-of-household': 'Cabeza de familia',
    'surviving-spouse': 'Cónyuge sobreviviente que reúne los requisitos',
  },

  filings,

  letters,

  overview,

  payments,

  plans,

  professionals,

  profile,

  proofs,

  refundTool,

  staff,

  transcripts,

  ledger: {
    note: 'Un monto con signo menos reduce lo que se debe.',
    code: 'Código',
    explanation: 'Explicación y fecha',
    amount: 'Monto',
    sum: 'Saldo de la cuenta',
  },

  transactions: {
    '150': 'Declaración de impuestos presentada',
    '196': 'Interés por pago tardío',
    '276': 'Multa por pago tardío del impuesto',
    '290': 'Impuesto adicional',
    '291': 'Impuesto rebajado',
    '360': 'Cargo por un plan de pagos',
    '610': 'Pago con la declaración',
    '660': 'Pago de impuesto estimado',
    '661': 'Pago de impuesto estimado devuelto por el banco',
    '670': 'Pago',
    '671': 'Pago devuelto por el banco',
    '706': 'Crédito de otro año tributario',
    '766': 'Crédito a su cuenta',
    '806': 'Crédito por impuesto retenido',
    '826': 'Crédito pasado a otro año tributario',
    '846': 'Reembolso emitido',
    '898': 'Reembolso usado para otra deuda',
    '977': 'Declaración enmendada recibida',
  },

  noRecord: {
    title: 'No pudimos abrir un registro de impuestos para usted',
    lead: 'Su sesión está iniciada y Signet confirmó quién es usted. Pero no pudimos encontrar un registro de impuestos que le corresponda.',
    reasonsTitle: 'Las razones más comunes',
    reasons: [
      'Todavía no ha presentado una declaración con nosotros.',
      'Su nombre cambió, y nuestros registros tienen el anterior.',
      'Un número o una fecha se escribió mal en una declaración antigua.',
    ],
    doTitle: 'Qué puede hacer',
    steps: [
      'Si nunca ha declarado: nada. Su cuenta se abrirá sola cuando se procese su primera declaración.',
      'Si ya ha declarado: llame a la oficina de registros al 202-555-0155, o escriba a Records Desk, PO Box 900, Port Alder, ZZ 00012, con una copia de su última declaración. Las correcciones toman hasta 10 días hábiles.',
      'Si cambió de nombre: avise primero a la Administración del Seguro Social y después a la oficina de registros.',
    ],
    safe: 'No se mostró nada de ningún registro, y no se le avisó a nadie de su intento.',
  },

  sessionMissing: {
    title: 'Inicie sesión para ver esta página',
    text: 'No ha iniciado sesión, o estuvo ausente un rato y cerramos su sesión para proteger sus registros.',
    action: 'Iniciar sesión con Signet',
    kept: {
      title: 'Inicie sesión para continuar',
      text: 'Estuvo ausente un rato, así que cerramos su sesión. Lo que llenó queda guardado una hora, solo para usted. No se envió nada.',
    },
  },

  signedOut: {
    title: 'Su sesión está cerrada',
    why: {
      all: 'Su sesión está cerrada aquí y en Signet.',
      'only-here':
        'Su sesión está cerrada aquí. No pudimos comunicarnos con Signet, así que allí puede seguir abierta. En una computadora compartida, cierre el navegador.',
      away: 'Estuvo ausente un rato, así que cerramos su sesión para proteger sus registros. No se perdió nada.',
    },
    action: 'Volver a la página de inicio',
  },

  problems: {
    retry: 'Intentar de nuevo',
    home: 'Volver a la página de inicio',
    reference: (code) => `Si nos llama por esto al 202-555-0155, diga: ${code}`,
    'access-denied': {
      title: 'Usted volvió sin iniciar sesión',
      text: 'Está bien: no se compartió nada con nosotros. Para ver su registro, inicie sesión y comparta los datos que pedimos. Puede intentarlo de nuevo cuando quiera.',
    },
    'signet-unavailable': {
      title: 'El inicio de sesión no funciona en este momento',
      text: 'No pudimos comunicarnos con Signet, que verifica quién es usted. Inténtelo de nuevo en unos minutos. No pasa nada malo con su cuenta ni con sus registros.',
    },
    'level-too-low': {
      title: 'Necesitamos estar más seguros de que es usted',
      text: 'Los registros de impuestos exigen una identidad verificada y un inicio de sesión en dos pasos. Inténtelo de nuevo y termine todos los pasos en Signet.',
    },
    expired: {
      title: 'Ese inicio de sesión no se terminó',
      text: 'Tardó demasiado, se empezó en otro navegador o la página se abrió dos veces. No ha iniciado sesión. Empiece de nuevo desde aquí.',
    },
    refused: {
      title: 'No pudimos iniciar su sesión',
      text: 'No podemos confiar en la respuesta que recibimos, así que no ha iniciado sesión. Inténtelo de nuevo. Si ocurre dos veces, llámenos al 202-555-0155.',
    },
    notFound: {
      title: 'Esta página no existe',
      text: 'La dirección puede estar mal escrita, o la página cambió de lugar.',
    },
    fault: {
      title: 'Algo falló de nuestro lado',
      text: 'No pudimos mostrar esta página. Inténtelo de nuevo en unos minutos. No se cambió nada.',
    },
  },
};
