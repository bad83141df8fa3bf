export { AskAgency, type AskAgencyProps } from './ask-agency.tsx';
