export { aamvaCard } from './aamva-card.ts';
export { issuerName } from './issuer-name.ts';
