import type { frame as english } from '../../en/your-account/frame.ts';

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
