export { createPersonalData, type PersonalDataOffice } from './create-personal-data.ts';
