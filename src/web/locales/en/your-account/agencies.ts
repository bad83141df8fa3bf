/** Agencies with remembered consent (C4). */
export const agencies = {
  title: 'Agencies that may see your information',
  none: 'None yet. An agency appears here after you agree to share something with it.',
  given: (items: string) => `It may see ${items}.`,
  since: (day: string) => `You agreed on ${day}`,
  revoke: 'End this connection',
  revokeHint: 'An agency whose connection you end must ask you again before it sees anything.',
};
