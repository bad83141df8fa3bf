import type { frame as english } from '../../en/account/layout.ts';

export const frame: typeof english = {
  sections: {
    overview: 'Resumen',
    ways: 'Acceso',
    contact: 'Contacto',
    devices: 'Dispositivos',
    history: 'Historial',
    agencies: 'Agencias',
    data: 'Sus datos',
  },
};
