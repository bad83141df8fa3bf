import { isMadeUpState, isState } from '../mrz/index.ts';

export const acceptsPassportIssuer = (code: string, { sandbox }: { readonly sandbox: boolean }): boolean =>
  sandbox ? isMadeUpState(code) : isState(code);
