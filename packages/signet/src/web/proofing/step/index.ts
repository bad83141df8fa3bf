export { ExitLinks } from './exit-links.tsx';
export { hoursUntil } from './hours-until.ts';
export { Reasons } from './reasons.tsx';
export { SandboxHint } from './sandbox-hint.tsx';
export { otherWayFor, pathOf, type StepPage, type StepVisit, type Taken, visitOf } from './step.ts';
export { StepLayout } from './step-layout.tsx';
export { Waiting } from './waiting.tsx';
