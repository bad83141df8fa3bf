export { Checkbox, Checkboxes, Radios, SelectField } from './choices.tsx';
export { CodeField } from './code-field.tsx';
export { DateField } from './date-field.tsx';
export { type FieldProblem, problemWith } from './field-problem.ts';
export { FileField } from './file-field.tsx';
export { PasswordField } from './password-field.tsx';
export { TextArea, TextField } from './text-field.tsx';
