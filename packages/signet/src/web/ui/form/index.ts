export { BackLink, Button, ButtonGroup, ButtonLink } from './button.tsx';
export { EmailQuestion } from './email-question.tsx';
export { EmailedCode } from './emailed-code.tsx';
export { Form } from './form.tsx';
export { Passkey } from './passkey.tsx';
export { Sending } from './sending.tsx';
