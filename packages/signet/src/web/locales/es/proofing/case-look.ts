const look = {
  why: 'Una persona capacitada debe revisar su caso. Les pasa a muchas personas y no quiere decir que usted hizo algo mal.',
  help: 'Usted no tiene que hacer nada.',
};

export const caseLookReasons = {
  'case-needs-a-look': look,
  'document-used-before': look,
  'picture-used-before': look,
  'phone-used-before': look,
  'address-used-often': look,
  'network-used-often': look,
};
