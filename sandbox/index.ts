export {
  type BarcodeOverrides,
  type LicenceOptions,
  type LicencePhotos,
  renderLicence,
  renderLicenceFor,
  renderPassport,
} from './documents/index.ts';
export { faceJpeg } from './faces.ts';
export { alder } from './issuer.ts';
export { findPerson, sandboxPeople } from './people.ts';
export type { DocumentHolder, Outcome, SandboxPerson } from './person.ts';
export { type SandboxPhone, sandboxPhones } from './phones.ts';
export { type RunningSandbox, type SandboxSettings, sandboxApp, startSandbox } from './server.ts';
