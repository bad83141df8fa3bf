/** Shared by every section of the account. */
export const frame = {
  sections: {
    overview: 'Overview',
    ways: 'Sign-in',
    devices: 'Devices',
    history: 'History',
    agencies: 'Agencies',
    data: 'Your data',
  },
};
