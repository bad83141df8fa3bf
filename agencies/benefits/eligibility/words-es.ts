import type { eligibility as english } from './words-en.ts';

const years = (count: number): string => (count === 1 ? '1 año' : `${count} años`);

export const eligibility: typeof english = {
  title: 'Qué puede solicitar',
  lead: 'Comparamos lo que Signet confirmó y lo que usted nos dijo con nuestras reglas.',
  ask: 'Díganos cuándo sirvió. Así podemos decirle qué puede solicitar, y por qué.',
  askAction: 'Decir cuándo serví',
  yours: 'Su servicio',
  began: 'Primer día',
  ended: 'Último día',
  change: 'Cambiar',
  claim: 'Solicitar',
  may: 'Puede solicitarlo',
  mayNot: 'Ahora no puede solicitarlo',
  claimed: 'Ya lo solicitó',
  see: 'Ver su solicitud',
  reason(condition, day) {
    switch (condition.rule) {
      case 'served':
        return condition.met
          ? `Usted sirvió ${years(condition.needs)} o más.`
          : `${condition.needs === 1 ? 'Se requiere' : 'Se requieren'} ${years(condition.needs)} de servicio. Usted sirvió ${condition.has === 0 ? 'menos de un año' : years(condition.has)}.`;
      case 'old-enough':
        return condition.met
          ? `Usted tiene ${condition.age} años o más.`
          : `Usted cumple ${condition.age} años el ${day(condition.from)}.`;
      case 'lives-here':
        if (condition.met) return 'Usted vive en la Mancomunidad de Alder.';
        return condition.known
          ? 'Es para quienes viven en la Mancomunidad de Alder.'
          : 'Depende de dónde vive, y usted no compartió su dirección.';
      case 'soon-enough':
        return condition.met
          ? `Usted dejó el servicio hace menos de ${condition.years} años.`
          : `Había que solicitarlo a más tardar el ${day(condition.until)}, ${condition.years} años después de dejar el servicio.`;
    }
  },
  service: {
    title: '¿Cuándo sirvió?',
    hint: 'Las fechas están en sus documentos de baja militar.',
    save: 'Guardar',
    problems: {
      began: {
        'no-day': 'Escriba el primer día de su servicio',
        'too-young': 'El primer día debe ser el día en que cumplió 17 años o después',
        backwards: 'El primer día no puede ser después del último día',
        'not-over': 'El primer día no puede ser después de hoy',
      },
      ended: {
        'no-day': 'Escriba el último día de su servicio',
        'too-young': 'El último día debe ser el día en que cumplió 17 años o después',
        backwards: 'El último día no puede ser antes del primer día',
        'not-over': 'El último día no puede ser después de hoy',
      },
    },
  },
};
