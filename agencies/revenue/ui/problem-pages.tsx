import { messagePages } from '@signet/agencies-ui/pages';
import { words } from '../locales/index.ts';
import { addressesOf } from './frame.ts';
import { Message } from './message.tsx';

export const problemPages = messagePages({ Message, words, addressesOf });
export const { NotFoundPage, SessionMissingPage, SignInProblemPage } = problemPages;
