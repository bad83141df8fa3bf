/** Directions are the person's own: "left" is where their left hand is. */
export const movements = ['turn-left', 'turn-right', 'chin-down', 'open-mouth'] as const;
export type Movement = (typeof movements)[number];
