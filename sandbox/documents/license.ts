import { faceJpeg } from '../faces/face-jpeg.ts';
import type { DocumentHolder, SandboxPerson } from '../people/person.ts';
import { aamvaData, type BarcodeOverrides, documentDiscriminator } from './aamva.ts';
import { issuerOf } from './issuer.ts';
import { licenseBack } from './license-back.ts';
import { licenseFront } from './license-front.ts';
import { photograph, type Shot } from './photograph.ts';

/** What a test may ask to be different from the person's own license, well photographed. */
export interface LicenseOptions {
  readonly expired?: boolean; // issued 2016, expired 2022, printed and in the barcode
  readonly barcodeOverrides?: BarcodeOverrides; // elements that then disagree with the print
  readonly barcodeSubfile?: 'DL' | 'ID' | 'EN'; // another card than the print's, or one that does not say
  readonly aamvaVersion?: number; // 10 unless asked; 99 is one that nobody knows
  readonly noBarcode?: boolean;
  readonly blur?: number; // sigma in pixels; the photo of the front only
  readonly glare?: boolean; // the front only
  readonly rotateDegrees?: number; // both sides
}

const disclaimer = 'NOT A REAL DOCUMENT. NO AGENCY ISSUED IT.';

/** Two photos, JPEG, 1900 x 1309, the card 1600 pixels wide in the middle. */
export interface LicensePhotos {
  readonly front: Buffer;
  readonly back: Buffer;
}

/** A specimen license or ID card for any made-up holder with any portrait (a JPEG or PNG, best with one upright face). */
export async function renderLicenseFor(
  holder: DocumentHolder,
  portrait: Buffer,
  options: LicenseOptions & { readonly syntheticFace?: boolean } = {},
): Promise<LicensePhotos> {
  const shown = options.expired
    ? { ...holder, license: { ...holder.license, issued: '2016-02-01', expires: '2022-02-01' } }
    : holder;
  const { barcodeOverrides, aamvaVersion, barcodeSubfile } = options;
  const data = options.noBarcode ? null : aamvaData(shown, barcodeOverrides, aamvaVersion, barcodeSubfile);
  const seed = holder.license.number;
  const turn: Partial<Shot> =
    options.rotateDegrees === undefined ? {} : { rotateDegrees: options.rotateDegrees };
  const front = await licenseFront(
    shown,
    portrait,
    options.syntheticFace ? `SYNTHETIC PERSON. ${disclaimer}` : disclaimer,
  );
  const back = await licenseBack(data, {
    issuer: issuerOf(shown),
    discriminator: documentDiscriminator(shown),
    isIdCard: shown.license.isIdCard,
  });
  return {
    front: await photograph(front, {
      seed: `${seed} front`,
      ...turn,
      blur: options.blur ?? 0,
      glare: options.glare ?? false,
    }),
    back: await photograph(back, { seed: `${seed} back`, ...turn }),
  };
}

/** The license photos of a sandbox person, with what is wrong in their story already wrong in the pictures. */
export async function renderLicense(
  person: SandboxPerson,
  options: LicenseOptions = {},
): Promise<LicensePhotos> {
  return renderLicenseFor(person, await faceJpeg(person.portrait), {
    ...storyOptions(person),
    ...options,
    syntheticFace: true,
  });
}

function storyOptions(person: SandboxPerson): LicenseOptions {
  switch (person.outcome) {
    case 'blurry-photo':
      return { blur: 7 };
    case 'barcode-disagrees':
      // Somebody younger in print than in the barcode, and under another number.
      return { barcodeOverrides: { DBB: '09081961', DAQ: 'H2093389' } };
    default:
      return {};
  }
}
