/** The languages that Signet speaks, by their BCP 47 tags. What has no words in one of them does not compile. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What stands within a sentence ("the Department of Revenue", "your name") at the beginning of one. */
export const atStart = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Spanish joins "a" and "de" with the article "el"; one that belongs to a proper name ("El Paso") stays apart. */
const joined = (preposition: 'a' | 'de', name: string): string =>
  name.startsWith('el ')
    ? `${preposition === 'a' ? 'al' : 'del'} ${name.slice('el '.length)}`
    : `${preposition} ${name}`;

/** "al Departamento de Ingresos", "a la Oficina de Beneficios". */
export const al = (name: string): string => joined('a', name);

/** "del Departamento de Ingresos", "de la Oficina de Beneficios". */
export const del = (name: string): string => joined('de', name);
