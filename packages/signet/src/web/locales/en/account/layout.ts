/** Shared by every section of the account. */
export const frame = {
  sections: {
    overview: 'Overview',
    ways: 'Sign-in',
    contact: 'Contact',
    devices: 'Devices',
    history: 'History',
    agencies: 'Agencies',
    data: 'Your data',
  },
};
