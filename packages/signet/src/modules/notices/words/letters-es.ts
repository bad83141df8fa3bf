import { dayIn, hostOf, type LetterWords, typedFrom } from './words.ts';

const day = dayIn('es-US');

export const spanishLetters: LetterWords = {
  'mailed-code': ({ until, link, at }, service) => ({
    date: day(at, service.timeZone),
    subject: `Su código de ${service.name}`,
    paragraphs: [
      `Usted está verificando su identidad con ${service.name} y pidió un código por correo postal. Este es su código:`,
      `1. Vaya a ${hostOf(link)} e inicie sesión.`,
      `2. Escriba el código. Tiene hasta el ${day(until, service.timeZone)}.`,
      `No le diga este código a nadie, ni a alguien que diga ser de ${service.name} o de una agencia.`,
      `¿Usted no pidió esta carta, o no es para usted? Entonces no use el código. Para ver qué hacer no necesita una cuenta:\n${typedFrom(service.notMeUrl)}`,
    ],
  }),
};
