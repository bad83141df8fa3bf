export { type NotTyped, unfitCodeWords, whenTyped } from './not-typed.ts';
export { passwordWords } from './password-words.ts';
export { newPhoneWords, sendRefusalWords } from './phone-words.ts';
export { type Refusal, refusalWords, refusedAs } from './refusal-words.ts';
