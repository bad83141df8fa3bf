import { caseLookReasons } from './case-look.ts';
import { letterReasons } from './letter.ts';

/** `why` names what a photo lacks, and never which record or detail of one differed (A22); `help` is what to do. */
export const reasons = {
  'front-unreadable': {
    why: 'We could not read the front of your document.',
    help: 'Wipe it clean, use daylight and no flash, and go closer until it fills the picture.',
  },
  'front-is-a-passport': {
    why: 'The photo of the front shows a passport.',
    help: 'You chose a license or ID. Take photos of both its sides. To use the passport, go back and choose it.',
  },
  'front-is-no-document': {
    why: 'We did not find a license or ID card in the photo of the front.',
    help: 'Put only your license or ID in the picture and show all four corners.',
  },
  'zone-unreadable': {
    why: 'We could not read the three lines with “<<<” on the back of your passport card.',
    help: 'Wipe it clean. Hold the camera straight above and wait until the lines are sharp.',
  },
  'front-is-another-card': {
    why: 'We did not find a passport card in the photo of the front.',
    help: 'Take photos of both sides of your passport card. To use another document, go back and choose it.',
  },
  'page-unreadable': {
    why: 'We could not read the picture page of your passport.',
    help: 'Open it flat, use daylight and no flash, and go closer until the page fills the picture. The two lines at its foot must be sharp.',
  },
  'page-is-a-license': {
    why: 'The photo shows a license or ID card, not a passport.',
    help: 'Take a photo of the page with your picture. To use the license or ID, go back and choose it.',
  },
  'page-is-another-document': {
    why: 'The photo shows a page of another document than a passport.',
    help: 'Take a photo of the page with your picture. A visa does not count.',
  },
  'page-is-no-document': {
    why: 'We did not find the picture page of a passport in the photo.',
    help: 'Put only the page with your picture in the photo and show all four corners.',
  },
  'no-office-to-ask': {
    why: 'No office that we can ask by computer keeps the record of your passport. That is fine: a trained person will look at it.',
    help: 'If you also have a license or ID card of a state, you may use that instead. It is faster.',
  },
  'portrait-not-found': {
    why: 'We could not see the face on your document.',
    help: 'The small picture of you must be sharp. Turn your document a little if light shines off it.',
  },
  'back-unreadable': {
    why: 'We could not read the barcode on the back of your license or ID.',
    help: 'Wipe it clean. Hold the camera straight above and wait until the barcode is sharp.',
  },
  'back-is-another-barcode': {
    why: 'The photo of the back shows a barcode that is not from a license or ID.',
    help: 'Show the whole back, with the large barcode.',
  },
  'document-expired': {
    why: 'Your document has expired.',
    help: 'Use a license, state ID card or passport that is still good. Your state can renew a license, often online.',
  },
  'document-not-accepted': {
    why: 'We cannot accept this document.',
    help: 'Use a driver’s license or an ID card of a state, or a passport.',
  },
  'document-needs-a-look': {
    why: 'A person must review your document.',
    help: 'Send clear photos of all that we ask for.',
  },
  'document-not-confirmed': {
    why: 'We could not confirm what you gave us.',
    help: 'Is it new, or did you change your name? Then the records may need a few days.',
  },
  'below-minimum-age': {
    why: 'You are too young for an account of your own here.',
    help: 'A parent or guardian can ask the agency for another way.',
  },
  'selfie-no-face': {
    why: 'We did not find a face in the photo.',
    help: 'Look straight at the camera, in even light, with nothing in front of your face.',
  },
  'selfie-several-faces': {
    why: 'There is more than one face in the photo.',
    help: 'Be alone in the picture. Pictures on the wall count, too.',
  },
  'selfie-face-too-small': {
    why: 'Your face is too small in the photo.',
    help: 'Hold the camera closer, so that your face fills most of the picture.',
  },
  'selfie-not-matched': {
    why: 'We could not match your face with the picture on your document.',
    help: 'Look straight at the camera in even light. Take off your hat, glasses and mask.',
  },
  'selfie-needs-a-look': {
    why: 'A person must compare your face with the picture on your document.',
    help: 'Look straight at the camera in even light.',
  },
  'selfie-is-the-portrait': {
    why: 'Your photo looks too much like the picture on your document. A person must compare them.',
    help: 'Take a new photo of your face with the camera. A photo of a photo does not count.',
  },
  'selfie-not-live': {
    why: 'We could not see by machine that the photo shows you, here and now. A person must look at it.',
    help: 'Use the camera on this page and do the movements that it asks for.',
  },
  'camera-in-doubt': {
    why: 'We could not tell by machine that your picture came straight from a camera. A person must look at it.',
    help: 'Use the camera that is built into your phone or computer, without a program that changes its picture.',
  },
  'selfie-from-file': {
    why: 'Your photo came from a file. A person must compare it with the picture on your document.',
    help: 'To have it without a wait, use the camera on this page and do the movements that it asks for.',
  },
  'record-not-confirmed': {
    why: 'We could not confirm what you gave us.',
    help: 'Look at your Social Security card, a tax form or a pay slip, and type the number again. If it was right, type the same number: then a trained person reviews your case. To protect you, we never say which record did not agree.',
  },
  'taxpayer-number': {
    why: 'You gave an ITIN. That is fine. No office that we ask by computer keeps ITINs, so a trained person checks it.',
    help: 'Have the letter at hand in which you got your ITIN.',
  },
  'phone-not-confirmed': {
    why: 'We could not confirm your phone.',
    help: 'It must be a mobile phone in your own name and in service. Use one that is, or continue without a phone.',
  },
  'phone-needs-a-look': {
    why: 'A person must review your phone account.',
    help: 'You may use another phone that is in your own name.',
  },
  'no-phone': {
    why: 'You have no phone account of your own. A trained person may ask to see another ID with your picture, such as a passport, a tribal ID, or a school or work ID.',
    help: 'Have such an ID at hand.',
  },
  ...caseLookReasons,
  'already-verified': {
    why: 'Someone with these documents already has an account.',
    help: 'Sign out here and sign in to that account. If you did not make it, report it under “If you think this is wrong”.',
  },
  'not-this-account': {
    why: 'What you sent does not match the person of this account.',
    help: 'Use the ID that you verified with, or one in the same name. If your name has changed, ask a person to review your case.',
  },
  'review-refused': {
    why: 'A trained person reviewed your case and could not confirm who you are.',
    help: 'You may start again, with another document or with clearer photos. You may also ask for another review.',
  },
  'review-expired': {
    why: 'No one reviewed your case in time. That was our fault, not yours.',
    help: 'Please start again.',
  },
  'records-unavailable-too-long': {
    why: 'An office that has records about you could not be reached for many days. That was not your fault.',
    help: 'Please start again. It may work now.',
  },
  ...letterReasons,
  'level-not-reached': {
    why: 'We accepted your documents, but this agency needs more proof than we can check here.',
    help: 'Ask the agency for another way.',
  },
};
