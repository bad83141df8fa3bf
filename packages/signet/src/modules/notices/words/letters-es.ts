import { dayIn, hostOf, type LetterWords } from './words.ts';

const day = dayIn('es-US');

export const spanishLetters: LetterWords = {
  'mailed-code': ({ until, link }, service) => ({
    subject: `Su código de ${service.name}`,
    paragraphs: [
      `Usted está verificando su identidad con ${service.name} y pidió una carta en lugar de la verificación facial. Este es su código:`,
      `1. Vaya a ${hostOf(link)} e inicie sesión.`,
      `2. Escriba el código. Tiene hasta el ${day(until, service.timeZone)}.`,
      `No le diga este código a nadie, ni a alguien que diga ser de ${service.name} o de una agencia.`,
      `¿Usted no pidió esta carta? Entonces no use el código y avísenos en ${service.notMeUrl}.`,
    ],
  }),
};
