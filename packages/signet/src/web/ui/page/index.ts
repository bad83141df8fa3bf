export { answerPage } from './answer.ts';
export { ErrorPage, type ErrorStatus } from './error-page.tsx';
export { Page } from './page.tsx';
