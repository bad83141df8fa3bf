/** What a person reads must not say, by language. Found by editors of each language; each row says what is wrong with it. */
interface Unwanted {
  readonly words: RegExp;
  readonly why: string;
}

const english: readonly Unwanted[] = [
  { words: /\bany ?more\b/i, why: 'heavy at the end of a sentence: "no longer"' },
  { words: /\b(does|do|did) not answer\b/i, why: 'vague: say whom we could not reach' },
  {
    words: /\b(a|one|more|many|wrong|failed|most|of|those|these|this) (try|tries)\b/i,
    why: 'a noun that few say: "attempt", or "try again"',
  },
  { words: /\b(somebody|nobody)\b/i, why: '"someone" and "no one", as everywhere else' },
  { words: /\b(go|goes|going|went) on\b(?! to\b)/i, why: '"continue"' },
  { words: /\b(kept|held)\b/i, why: 'old-fashioned: "stored", "saved", "have"' },
  { words: /\bas a rule\b/i, why: '"usually"' },
  { words: /\b(begun|began)\b/i, why: '"start"' },
  { words: /(?<!discharge )\bpapers\b/i, why: '"documents"' },
  {
    words: /(?<!\b(when|can) )\bwe (email|text|delete|write to) (you|your|them|it)\b/i,
    why: 'what will happen: "we will …"',
  },
  { words: /\b(expired|ended|used|answered|decided) already\b/i, why: '"already" comes first' },
  {
    words: /(?<!\b(SIM|ID|Social Security|employee|passport) )\bcards?\b/i,
    why: 'alone it is a bank card or a green card: "license or ID"',
  },
  { words: /\bdriver licen[cs]e/i, why: 'one name for it: "driver’s license"' },
  { words: /\b[IA]AL ?[123]\b/, why: 'a level of a standard: say what it means' },
  { words: /"|(?<=\p{L})'|'(?=\p{L})/u, why: 'typewriter quotation marks: “ ” and ’' },
];

const spanish: readonly Unwanted[] = [
  {
    words: /tarjetas?\b(?! (SIM|de Seguro Social|de pasaporte))/i,
    why: 'alone it is a bank card or a green card: "licencia o identificación"',
  },
  {
    words:
      /comprobad|comprobaci|compr(ueb[ae]|obar|obó) (otra vez )?(quién|su identidad)|dem(uestr|ostr(?!aci))/i,
    why: 'one name for it: "verificar"',
  },
  { words: /\boprim|\bpuls[ae]\b/i, why: '"presione", "al presionar"' },
  { words: /[«»]/, why: 'quotation marks of Spain: “ ”' },
  { words: /(entorno|mundo)s? de pruebas?/i, why: 'one name for the sandbox: "zona de pruebas"' },
  { words: /portátil|ordenador|\bmóvil\b|vosotr|vuestr/i, why: 'said in Spain, not in the United States' },
  { words: /seguro social/, why: '"Seguro Social" is a name' },
  { words: /(?<!\p{L})(a|de) el(?!\p{L})/u, why: '"al", "del"' },
  {
    words: /por correo(?! (electrónico|postal))/i,
    why: 'in the United States "correo" is the post: say which',
  },
  { words: /(propia|bajo una) llave/i, why: 'the "llave" is the passkey; what locks data is a "clave"' },
  { words: /no declaración/i, why: 'the tax office says "carta de verificación de no presentación"' },
  { words: /actúe/i, why: '"Fecha límite"' },
  { words: /(enlace|solicitud) (ya )?terminó/i, why: '"ya venció"' },
  { words: /no respond(e|ió)\b/i, why: 'vague: say with whom we could not communicate' },
  { words: /bloque (grande )?de barras|barras pequeñas/i, why: '"código de barras"' },
  { words: /\barchivo de cliente|(abrió|buscó|encontrar) su archivo\b/i, why: '"expediente"' },
  { words: /\b[IA]AL ?[123]\b/, why: 'a level of a standard: say what it means' },
  { words: /"/, why: 'typewriter quotation marks: “ ”' },
  {
    words:
      /(?<!\p{L})(tú|tu|tus|te|ti|contigo|puedes|tienes|debes|quieres|necesitas|inténtalo|escribe tu|eres)(?!\p{L})/iu,
    why: 'the person is "usted"; none of these can be anything else',
  },
];

export const unwanted = { en: english, es: spanish } as const;

/** `path: text (why)` of every text that says something unwanted. */
export const unwantedIn = (lang: 'en' | 'es', texts: readonly (readonly [path: string, text: string])[]) =>
  texts.flatMap(([path, text]) =>
    unwanted[lang]
      .filter(({ words }) => words.test(text))
      .map(({ words, why }) => `${path}: ${words.exec(text)?.[0]} in “${text}” (${why})`),
  );
