import { messagePages } from '@signet/agencies-ui/pages';
import { words } from '../locales/index.ts';
import { Message } from './message.tsx';

export const problemPages = messagePages({
  Message,
  words,
  addressesOf: () => ({ home: '/', signIn: '/sign-in' }),
});
export const { NotFoundPage, SessionMissingPage } = problemPages;
