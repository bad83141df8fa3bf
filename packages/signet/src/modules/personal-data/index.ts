export { createPersonalData, type PersonalDataOffice } from './create-personal-data.ts';
export type { PendingDeletion } from './deletion.ts';
export { personalDataJobs } from './jobs.ts';
export type { PersonalFile } from './personal-file.ts';
export { type NamePart, nameParts, type SpellingProblems, type TypedName } from './respell-name.ts';
