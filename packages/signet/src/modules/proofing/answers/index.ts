export {
  type AddPhotoError,
  addPhoto,
  type PhotographedPart,
  type PhotoIntake,
  usePhotoAnyway,
} from './add-photo.ts';
export { chooseDocument, giveConsent, giveSsn } from './give-answers.ts';
export { answerDefaults } from './settings.ts';
