/** Said of all of these alike: which it was would let data be tested here (A22). */
const look = {
  why: 'A trained person must review your case. This happens to many people, and it does not mean that you did anything wrong.',
  help: 'There is nothing that you have to do.',
};

export const caseLookReasons = {
  'case-needs-a-look': look,
  'document-used-before': look,
  'picture-used-before': look,
  'phone-used-before': look,
  'address-used-often': look,
  'network-used-often': look,
};
