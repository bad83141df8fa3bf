import type { yourAccount as english } from '../../en/your-account/index.ts';
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

export const yourAccount: typeof english = {
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
