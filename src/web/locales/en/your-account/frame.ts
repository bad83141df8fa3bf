/** Shared by every section of the account. */
export const frame = {
  sections: {
    overview: 'Overview',
    ways: 'Sign-in',
    agencies: 'Agencies',
  },
};
