import type { Language } from '../../../kernel/index.ts';

/** A browser and the system that it runs on, by names from a list; what is not known is left out. */
export interface DeviceWords {
  readonly browser?: string;
  readonly system?: string;
}

/** Where a network is, roughly. `country` is ISO 3166-1. */
export interface PlaceWords {
  readonly thisComputer?: true;
  readonly country?: string;
  readonly region?: string;
  readonly city?: string;
}

const phrases = {
  en: {
    on: (browser: string, system: string) => `${browser} on ${system}`,
    aBrowser: 'a browser',
    unknown: 'an unknown browser',
    near: (place: string) => `near ${place}`,
    in: (place: string) => `in ${place}`,
    thisComputer: 'on this computer',
  },
  es: {
    on: (browser: string, system: string) => `${browser} en ${system}`,
    aBrowser: 'un navegador',
    unknown: 'un navegador desconocido',
    near: (place: string) => `cerca de ${place}`,
    in: (place: string) => `en ${place}`,
    thisComputer: 'en esta computadora',
  },
} as const;

/** "Firefox on Windows", "a browser on Windows", "an unknown browser". */
export function deviceInWords(lang: Language, { browser, system }: DeviceWords): string {
  const say = phrases[lang];
  if (system) return say.on(browser ?? say.aBrowser, system);
  return browser ?? say.unknown;
}

/** "near Columbus, Ohio", "near Lisbon, Portugal", "in Canada"; undefined where nothing is known. */
export function placeInWords(lang: Language, place: PlaceWords | undefined): string | undefined {
  const say = phrases[lang];
  if (place?.thisComputer) return say.thisComputer;
  const country = place?.country && countryName(lang, place.country);
  const wider = place?.country === 'US' ? (place.region ?? country) : country;
  if (place?.city) return say.near([place.city, wider].filter(Boolean).join(', '));
  return wider ? say.in(wider) : undefined;
}

const countries = {
  en: new Intl.DisplayNames('en-US', { type: 'region' }),
  es: new Intl.DisplayNames('es-US', { type: 'region' }),
} as const;

const countryName = (lang: Language, code: string): string | undefined => countries[lang].of(code);
