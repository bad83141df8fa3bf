import type { leaving as english } from '../../en/personal-data/deletion.ts';

export const leaving: typeof english = (brand) => ({
  title: 'Elimine su cuenta',
  lead: (days) =>
    days === 1
      ? 'Eliminaremos su cuenta un día después de que usted lo pida. Hasta entonces puede entrar como siempre y cancelar la eliminación con un solo botón.'
      : `Eliminaremos su cuenta ${days} días después de que usted lo pida. Hasta entonces puede entrar como siempre y cancelar la eliminación con un solo botón.`,
  goes: 'Lo que se eliminará',
  goesList: [
    'Su información verificada. Se destruirán sus claves, de modo que ni nosotros ni un ladrón podamos leerla en una copia de seguridad antigua.',
    'Sus correos electrónicos, teléfonos, llaves de acceso, contraseñas y códigos de recuperación.',
    'Las revisiones de su identidad y las fotos que aún se guarden.',
    `Sus conexiones. Avisaremos a cada agencia para la que usa ${brand} que su sesión terminó, y lo que recibió para leer su información dejará de servir.`,
  ],
  stays: 'Lo que se conservará, y por qué',
  staysList: [
    'El registro de lo que pasó. Confirma que nadie alteró el servicio. Después de la eliminación, nada lo unirá a usted.',
    'Lo que usted dio a las agencias. Es de ellas según sus propias reglas: pregunte a cada agencia.',
  ],
  after: 'Después',
  afterList: [
    'Nadie puede recuperar la cuenta, y nosotros tampoco.',
    'Usted puede crear una cuenta nueva con el mismo correo y el mismo número de Seguro Social. Las agencias le conocerán como otra persona.',
    'Le enviaremos un último correo electrónico con un enlace que confirma la eliminación.',
  ],
  takeFirst: 'Descargar antes todo sobre mí',
  understood: 'Entiendo que mi cuenta no se puede recuperar',
  submit: 'Eliminar mi cuenta',
  keep: 'Conservar mi cuenta',
  kept: 'Su cuenta se conserva. Si usted no pidió eliminarla, otra persona puede entrar: revise cómo inicia sesión y dónde tiene la sesión abierta.',
  errors: {
    understood: 'Marque la casilla si quiere eliminar su cuenta',
  },
  waiting: {
    title: 'Su cuenta se eliminará',
    due: 'Se eliminará para siempre el',
    until: 'Hasta entonces puede entrar y usarla como siempre. Si cambia de idea, presione el botón.',
    held: {
      suspended: 'Su cuenta está bloqueada en este momento. No la eliminaremos hasta que eso se aclare.',
      'in-recovery':
        'Alguien pidió volver a entrar en esta cuenta. No la eliminaremos hasta que eso se aclare.',
    },
  },
  link: {
    title: '¿Conservar esta cuenta?',
    lead: `Alguien que había entrado en su cuenta de ${brand} pidió eliminarla.`,
    does: 'Presione el botón si no fue usted o si cambió de idea. La cuenta quedará como está y se cerrará la sesión en todos los dispositivos.',
    otherwise: 'Si sí quiere eliminarla, cierre esta página.',
    kept: 'Su cuenta se conserva',
    keptLead: 'No se eliminará. Se cerró la sesión en todos los dispositivos.',
    keptNext:
      'Si no fue usted quien lo pidió, otra persona puede entrar en su cuenta: inicie sesión ahora, revise cómo inicia sesión y, si tiene una contraseña, cámbiela.',
    ended: 'Este enlace ya venció',
    endedLead:
      'La eliminación ya se canceló, o la cuenta ya se eliminó. Si se canceló, puede iniciar sesión como siempre.',
  },
  proof: {
    title: 'Se eliminó una cuenta',
    lead: 'Esta página confirma que se eliminó la cuenta con esta referencia. No dice de quién era: eso ya solo lo puede saber usted.',
    reference: 'Referencia',
    state: 'Estado',
    erased: 'Eliminada para siempre',
    at: 'Eliminada el',
    position: 'Lugar en el registro',
    signed: 'Sellada en el registro el',
    notSignedYet: 'Se sellará en unos segundos. Mire otra vez entonces.',
    notPlacedYet: 'Recibirá su lugar en unos segundos. Mire otra vez entonces.',
    check: 'Verifíquelo sin confiar en esta página',
    steps: [
      'Pida a quien opera este servicio, o a un auditor, una copia del registro y la clave pública de sus sellos.',
      'Use la verificación que viene con el programa. Con su referencia muestra dónde está la eliminación y que nada en el registro se cambió.',
      'Compare eso con esta página.',
    ],
    technical: 'La anotación misma y su sello',
    entry: 'Anotación',
    hash: 'Resumen del registro hasta esta anotación (SHA-256)',
    checkpoint: 'Sello firmado (checkpoint)',
    unknown: 'No conocemos esta referencia',
    unknownLead:
      'Compare la dirección con el último correo electrónico que recibió de nosotros. La página existe solo después de eliminar una cuenta.',
  },
});
