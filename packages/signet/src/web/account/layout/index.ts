export { AccountSection } from './account-section.tsx';
export { sections } from './sections.ts';
