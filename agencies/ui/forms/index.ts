export { Checkboxes, type Choice, Choices, TextField } from './fields.tsx';
export { Form, Hidden, Submit } from './form.tsx';
export { type Problem, ProblemBox, ProblemSummary, problemOf } from './problem.tsx';
export { formKeyOf, readFields } from './read-fields.ts';
