import { claims } from '../claims/words-es.ts';
import { eligibility } from '../eligibility/words-es.ts';
import type { Words } from './en.ts';

export const es: Words = {
  agency: 'Oficina de Beneficios para Veteranos',
  demonstration: 'Demostración. Esta oficina no existe.',
  skip: 'Ir al contenido principal',
  otherLanguage: { lang: 'en', name: 'English' },
  nav: {
    label: 'Su visita',
    welcome: 'Sus beneficios',
    claims: 'Sus solicitudes',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
  },
  footer: {
    about: 'Una agencia inventada. Muestra que una sola cuenta de Signet abre una segunda puerta.',
    session: 'La sesión se cierra después de 30 minutos sin actividad.',
  },
  clock: {
    title: '¿Sigue ahí?',
    text: 'En dos minutos cerraremos su sesión.',
    stay: 'Seguir con la sesión',
  },
  home: {
    title: 'Usted sirvió. Esto le corresponde.',
    lead: 'Atención médica, estudios, vivienda, pensión: inicie sesión, díganos cuándo sirvió y vea qué puede solicitar. Su nombre y su fecha de nacimiento ya estarán completados.',
    signIn: 'Iniciar sesión con Signet',
    continue: 'Ir a sus beneficios',
    oneAccount:
      '¿Ya tiene una cuenta de Signet por otra agencia? Sirve aquí. No tiene que verificar nada de nuevo.',
    listTitle: 'En qué ayudamos',
    sharedTitle: 'Qué le pedimos a Signet',
    shared:
      'Su nombre y fecha de nacimiento y, si quiere, su dirección y correo electrónico. Nunca su número de Seguro Social.',
  },
  welcome: {
    title: 'Sus beneficios',
    greeting: (name) => `Le damos la bienvenida, ${name}`,
    lead: 'Signet confirmó quién es usted. Llenamos lo que usted compartió.',
    details: 'Sus datos',
    name: 'Nombre',
    asOnId:
      'Tenemos su nombre como lo imprime su identificación. Muchas usan mayúsculas y omiten los acentos.',
    ownSpelling: 'Escríbalo a su manera en Signet',
    birthDate: 'Fecha de nacimiento',
    address: 'Dirección',
    email: 'Correo electrónico',
    notShared: 'No se compartió',
    verified: 'confirmado por Signet',
    nobody:
      'Signet no compartió un nombre y una fecha de nacimiento verificados, así que no podemos llenar nada. Cierre la sesión e inténtelo de nuevo.',
  },
  eligibility,
  claims,
  form: {
    error: 'Error',
    wrong: 'Revise esto:',
  },
  benefits: {
    health: {
      title: 'Atención médica',
      text: 'Inscríbase para atenderse en nuestras clínicas. Sin prima.',
    },
    education: {
      title: 'Estudios y capacitación',
      text: 'Hasta 36 meses de matrícula, o un programa de aprendizaje.',
    },
    home: { title: 'Préstamo de vivienda', text: 'Compre, construya o repare sin pago inicial.' },
    pension: { title: 'Pensión', text: 'Un pago mensual desde los 65 años.' },
  },
  sessionMissing: {
    title: 'Inicie sesión para ver esta página',
    text: 'No ha iniciado sesión, o estuvo ausente un rato y cerramos su sesión.',
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
      away: 'Estuvo ausente un rato, así que cerramos su sesión. No se perdió nada.',
    },
    action: 'Volver a la página de inicio',
  },
  problems: {
    retry: 'Intentar de nuevo',
    home: 'Volver a la página de inicio',
    reference: (code) => `Si nos llama por esto al 202-555-0177, diga: ${code}`,
    'access-denied': {
      title: 'Usted volvió sin iniciar sesión',
      text: 'Está bien: no se compartió nada con nosotros. Puede intentarlo de nuevo cuando quiera.',
    },
    'signet-unavailable': {
      title: 'El inicio de sesión no funciona en este momento',
      text: 'No pudimos comunicarnos con Signet, que verifica quién es usted. Su cuenta no tiene ningún problema. Inténtelo de nuevo en unos minutos.',
    },
    'level-too-low': {
      title: 'Necesitamos estar más seguros de que es usted',
      text: 'Las solicitudes exigen una identidad verificada y un inicio de sesión en dos pasos. Inténtelo de nuevo y termine todos los pasos en Signet.',
    },
    expired: {
      title: 'Ese inicio de sesión no se terminó',
      text: 'Tardó demasiado, se empezó en otro navegador o la página se abrió dos veces. Empiece de nuevo desde aquí.',
    },
    refused: {
      title: 'No pudimos iniciar su sesión',
      text: 'No podemos confiar en la respuesta que recibimos. Inténtelo de nuevo. Si ocurre dos veces, llámenos al 202-555-0177.',
    },
    notFound: {
      title: 'Esta página no existe',
      text: 'La dirección puede estar mal escrita, o la página cambió de lugar.',
    },
    fault: {
      title: 'Algo falló de nuestro lado',
      text: 'No pudimos mostrar esta página. Inténtelo de nuevo en unos minutos.',
    },
  },
};
