import { agencies } from './agencies.ts';
import { contact } from './contact.ts';
import { data } from './data.ts';
import { devices } from './devices.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { leaving } from './leaving.ts';
import { overview } from './overview.ts';
import { personalFile } from './personal-file.ts';
import { ways } from './ways.ts';

/** What a signed-in person reads about their own account: one file a section. */
export const yourAccount = {
  agencies,
  contact,
  data,
  devices,
  frame,
  leaving,
  personalFile,
  history,
  overview,
  ways,
};
