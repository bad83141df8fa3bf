export { copyFaults, copySettings, withFaults } from './copy-faults.ts';
export {
  ageOn,
  documentDay,
  type Expiry,
  expiries,
  expiryByDate,
  validityByDates,
} from './document-dates.ts';
export {
  agreements,
  type ComparedField,
  comparedFields,
  type DocumentFields,
  type FieldComparison,
} from './document-fields.ts';
export {
  type CardType,
  cardTypes,
  type DocumentReader,
  type DocumentReading,
  type PrintedKind,
  printedKinds,
  type StatedData,
} from './document-reading.ts';
export {
  type Box,
  type Corners,
  isPortraitInPlace,
  type LayoutFault,
  layoutFaults,
  type PageLayout,
  type PortraitPlace,
} from './page-layout.ts';
