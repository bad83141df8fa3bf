export { nextPage, nextStepAndWaysOf, nextStepOf } from './next-page.ts';
export { resumedAt, resumeRoutes } from './resume-routes.tsx';
export { sessionRoutes } from './session-routes.tsx';
export { showFirstCodes, showNewCodes } from './show-recovery-codes.ts';
