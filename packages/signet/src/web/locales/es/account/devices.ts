import type { devices as english } from '../../en/account/devices.ts';

export const devices: typeof english = {
  title: 'Dónde tiene la sesión abierta',
  lead: 'Si no reconoce alguno de estos dispositivos o lugares, cierre su sesión. Después revise cómo inicia sesión y, si tiene una contraseña, cámbiela.',
  onlyHere:
    'Solo tiene la sesión abierta en este dispositivo. Si no reconoce alguno de sus lugares, revise cómo inicia sesión y, si tiene una contraseña, cámbiela.',
  here: 'Este dispositivo',
  place: 'Lugar',
  placeUnknown: 'Desconocido',
  how: 'Con',
  signedIn: 'Sesión iniciada',
  lastSeen: 'Último uso',
  now: 'Ahora',
  unusual: 'Fuera de lo común',
  signOut: 'Cerrar sesión',
  signOutAll: 'Cerrar sesión en todos los demás',
  ended:
    'Se cerró la sesión. Ese dispositivo tendrá que iniciar sesión de nuevo, también en las agencias donde la tenía abierta.',
  endedAll: 'Se cerró la sesión en todos los demás. Solo este dispositivo la tiene abierta.',
  placesHint:
    'El lugar es donde parece estar la conexión a internet. Puede no ser exacto, y una VPN muestra otro.',
  signals: {
    'new-device': 'usted no había usado este navegador antes',
    'new-country': 'era un país nuevo para usted',
    'impossible-travel': 'demasiado lejos de donde estuvo la última vez para haber viajado en ese tiempo',
    anonymizer: 'una red que oculta dónde están las personas (una VPN)',
    'many-accounts': 'desde la misma red se probaron muchas otras cuentas',
    'sim-swap': 'poco antes se había cambiado la SIM de su teléfono',
  },
};
