/** How a proofing can end, why, and what a person can do then. */
export const decisions = (brand: string) => ({
  verified: {
    title: 'Your identity is verified',
    lead: 'You are done, and you will not have to do this again.',
    points: [
      `Every agency that uses ${brand} can rely on it. You decide what each one may see.`,
      'We deleted your photos.',
      'We emailed you a confirmation.',
    ],
    toAgency: (agency: string) => `Continue to ${agency}`,
    nextAtAgency: (agency: string) => `Next, you decide what ${agency} may see.`,
    toAccount: 'Go to your account',
  },
  again: {
    lead: 'Nothing is lost. We need just this once more:',
    titles: {
      choose: 'Please use another license, ID or passport',
      consent: 'We need your answer about the face check again',
      front: 'We need another photo of the front of your license or ID',
      back: 'We need another photo of the back of your license or ID',
      'data-page': 'We need another photo of the picture page of your passport',
      selfie: 'We need another photo of your face',
      ssn: 'Please check your Social Security number',
      phone: 'We need another phone',
      'phone-code': 'We need the code from the text message again',
    },
    buttons: {
      choose: 'Choose again',
      consent: 'Go to the question',
      front: 'Take another photo',
      back: 'Take another photo',
      'data-page': 'Take another photo',
      selfie: 'Take another photo',
      ssn: 'Enter the number again',
      phone: 'Use another phone',
      'phone-code': 'Enter the code',
    },
    other: 'See other ways',
  },
  person: {
    title: 'A trained person will review your case',
    lead: 'The computer could not decide by itself. This happens to many people. It does not mean that you did anything wrong.',
    case: 'Your case number',
    keep: 'Save this number. It is also in the email that we sent you.',
    why: 'Why',
    next: 'What happens next',
    steps: (days: number) => [
      { heading: 'A trained person will review what you sent', body: `This will take ${days} days at most.` },
      { heading: 'We will email you the answer', body: 'You do not have to wait here.' },
      {
        heading: 'We will delete your photos',
        body: 'When your case is decided, and in any case when that time is over.',
      },
    ],
    faster: 'What else you can do',
    restart:
      'Do you have a newer license or ID, or can you take better photos? Stop and delete this case, then start again.',
    redress: 'If you think this is wrong',
  },
  pending: {
    title: 'We are still waiting for an answer',
    lead: 'We have not heard back from an office that has records about you. You did nothing wrong, and nothing is lost.',
    next: 'We will keep asking. Most of the time it takes a few minutes, and sometimes a few days. We will email you when we know more.',
    leave: 'You can close this page.',
    look: 'Look again now',
  },
  refused: {
    title: 'We could not verify your identity this time',
    lead: 'It does not mean that you did anything wrong. What you sent is deleted.',
    why: 'Why',
    next: 'What you can do',
    again: 'Start again',
    signInThere: 'Sign out, and sign in to that account',
    otherWays: 'See other ways',
    redress: 'If you think this is wrong',
  },
  /** `why` names what a photo lacks, and never which record or detail of one differed (A22); `help` is what to do. */
  reasons: {
    'front-unreadable': {
      why: 'We could not read the front of your license or ID.',
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
      help: 'You may start again, with another license or ID or with clearer photos. You may also ask for another review.',
    },
    'review-expired': {
      why: 'No one reviewed your case in time. That was our fault, not yours.',
      help: 'Please start again.',
    },
    'records-unavailable-too-long': {
      why: 'An office that has records about you could not be reached for many days. That was not your fault.',
      help: 'Please start again. It may work now.',
    },
    'level-not-reached': {
      why: 'We accepted your documents, but this agency needs more proof than we can check here.',
      help: 'Ask the agency for another way.',
    },
  },
  /** In the sandbox a real license is the usual cause. */
  sandboxCard: 'The sandbox takes only its own sample documents. Get sample photos and send those.',
  otherWays: {
    titles: {
      'mobile-license': 'We cannot check a license on a phone yet',
      'none-of-these': 'Other ways',
      'no-face-check': 'You do not want a face check',
      'no-photo': 'You cannot take the photo',
      'no-number': 'You chose not to give your number',
      'not-here': 'Other ways to get what you need',
    },
    leads: {
      'mobile-license':
        'We are working on this. If you also have the plastic license, use that. For now, you can:',
      'none-of-these':
        'To prove who you are here, you need a license or ID card, a photo and your number. If you do not have them, these ways work:',
      'no-face-check':
        'That is your right. We will not look at your face, and you cannot finish here without it. This does not count against you. What you can do:',
      'no-photo': 'Maybe one of these works for you:',
      'no-number':
        'That is your right. Without a number you cannot finish here, and that does not count against you. If you have a taxpayer number (ITIN), go back and type that: a trained person looks at it. What else you can do:',
      'not-here': 'We cannot do this online. What you can do:',
    },
    card: {
      heading: 'Use a driver’s license, a state ID card or a passport',
      body: 'From any state, not expired. You can finish here in about 5 minutes.',
    },
    helper: {
      heading: 'Let someone help you',
      body: 'A person you trust may hold the camera, or take the photo and send it to your device. Another phone or computer works, too: sign in there, and you are at the same step.',
    },
    getCard: {
      heading: 'Get a state ID card',
      body: 'Your state’s motor vehicle office gives ID cards to people who do not drive, too. It can take a few weeks.',
    },
    agency: {
      heading: 'Ask the agency',
      headingFor: (agency: string) => `Ask ${agency}`,
      body: 'Ask how else you can get what you came for: by mail, by phone or in person.',
    },
    back: 'Go back',
  },
  redress: {
    title: 'If you think this is wrong',
    lead: 'You have the right to another review. No one may hold it against you.',
    ways: {
      waiting: {
        heading: 'A trained person will review your case',
        body: 'You do not have to ask. We will email you the answer.',
      },
      again: {
        heading: 'Ask for another review',
        body: 'Start again. If the computer cannot decide, a trained person will review your new case.',
      },
      records: {
        heading: 'Have a record corrected',
        body: 'If your license, your ID or your Social Security record is wrong or old, ask the office that issued it to correct it. Then start again.',
      },
      agency: {
        heading: 'Ask the agency for another way',
        body: `By mail, by phone or in person. Your rights there do not depend on ${brand}.`,
      },
      notMe: {
        heading: 'Did someone use your name or number?',
        body: 'Tell us at once.',
      },
    },
    notMeLink: 'Report it',
    case: 'Your case number',
    back: 'Go back',
  },
});
