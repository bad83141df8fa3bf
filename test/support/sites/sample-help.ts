/** Where people reach a made-up agency. */
export const sampleHelp = {
  phone: '+12025550117',
  hours: {
    en: 'Monday to Friday, 8 a.m. to 6 p.m.',
    es: 'De lunes a viernes, de 8 a.\u00a0m. a 6 p.\u00a0m.',
  },
  address: ['100 Example Street', 'Springfield, EX 99950'],
  office: ['200 Example Street', 'Springfield, EX 99950'],
  page: 'https://agency.example/help',
};
