export { formatDay, formatMoment, formatMoney, type Lang, languages } from './language.ts';
