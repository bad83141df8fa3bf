import type { letters as english } from '../en/letters.ts';

export const letters: typeof english = {
  title: 'Avisos',
  lead: 'Todo lo que le hemos escrito.',
  none: 'No le hemos escrito.',
  unread: 'Nuevo',
  sent: (day) => `Enviado el ${day}`,
  due: (day) => `Actúe a más tardar el ${day}`,
  year: (year) => `Año tributario ${year}`,
  amount: 'Monto',
  sentOn: 'Enviado el',
  dueOn: 'Actúe a más tardar el',
  pdf: 'Guardar como PDF',
  kinds: {
    'balance-due': {
      title: 'Usted debe un saldo',
      text: 'Después de sus pagos y créditos, el día de este aviso todavía se debía este monto.',
      act: 'Páguelo completo o establezca un plan de pagos.',
      link: { href: '/payments/new', text: 'Pagar ahora' },
    },
    'refund-approved': {
      title: 'Su reembolso está aprobado',
      text: 'Revisamos su declaración y aprobamos su reembolso. Se envía en unos días.',
      act: 'No necesita hacer nada.',
      link: { href: '/account', text: 'Seguir su reembolso' },
    },
    'refund-offset': {
      title: 'Una parte de su reembolso pagó otra deuda',
      text: 'La ley nos permite usar un reembolso para pagar ciertas deudas, como préstamos estudiantiles o manutención de hijos. Usamos este monto y le enviamos el resto.',
      act: 'Si cree que no debe esa deuda, pregunte a la oficina que la reclamó. Nosotros no podemos decidirlo.',
      link: { href: '/account', text: 'Ver el reembolso' },
    },
    'return-adjusted': {
      title: 'Cambiamos su declaración',
      text: 'Su declaración o declaración enmendada ya se procesó y el impuesto cambió en este monto.',
      act: 'Compárela con su copia. Si no está de acuerdo, llámenos al 202-555-0155 en un plazo de 60 días.',
      link: { href: '/filings', text: 'Ver lo que se presentó' },
    },
    'return-rejected': {
      title: 'Su declaración fue devuelta',
      text: 'No pudimos recibir la declaración que envió por vía electrónica. No cuenta como presentada.',
      act: 'Corrija lo que indicamos en “Declaraciones y documentos” y envíela otra vez.',
      link: { href: '/filings', text: 'Ver por qué' },
    },
    'amended-return-received': {
      title: 'Tenemos su declaración enmendada',
      text: 'Las declaraciones enmendadas las revisan personas, una tras otra. Tarda hasta 16 semanas.',
      act: 'No necesita hacer nada. Puede seguirla aquí.',
      link: { href: '/filings', text: 'Seguirla' },
    },
    'payment-returned': {
      title: 'Su banco devolvió un pago',
      text: 'Su banco no pagó este monto, así que se debe de nuevo.',
      act: 'Consulte a su banco y después pague otra vez.',
      link: { href: '/payments', text: 'Ver el pago' },
    },
    'plan-agreed': {
      title: 'Su plan de pagos está listo',
      text: 'Acordamos un plan de pagos. Cada monto se retira en su día.',
      act: 'Asegúrese de que su cuenta tenga lo suficiente cada día.',
      link: { href: '/plans', text: 'Ver sus planes de pago' },
    },
    'bank-account-changed': {
      title: 'Se agregó o quitó una cuenta bancaria',
      text: 'Alguien inició sesión como usted y cambió las cuentas bancarias de las que se retiran pagos.',
      act: 'Si no fue usted, quite la cuenta y avise a Signet de inmediato.',
      link: { href: '/bank-accounts', text: 'Ver sus cuentas bancarias' },
    },
    'professional-authorised': {
      title: 'Usted autorizó a un profesional de impuestos',
      text: 'Un profesional de impuestos ahora puede ver lo que usted permitió, hasta el día que eligió.',
      act: 'Puede terminarlo cuando quiera.',
      link: { href: '/professionals', text: 'Ver a quién autorizó' },
    },
    'balance-proof': { title: 'Comprobante de saldo' },
    'filing-proof': { title: 'Comprobante de presentación' },
  },
};
