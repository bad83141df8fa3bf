import type { account as english } from '../../en/account/index.ts';
import { leaving } from '../personal-data/deletion.ts';
import { personalFile } from '../personal-data/download.ts';
import { data } from '../personal-data/verified-data.ts';
import { agencies } from './agencies.ts';
import { ways } from './authenticators.ts';
import { contact } from './contact.ts';
import { devices } from './devices.ts';
import { history } from './history.ts';
import { frame } from './layout.ts';
import { overview } from './overview.ts';

export const account: typeof english = (brand) => ({
  agencies: agencies(brand),
  contact,
  data: data(brand),
  devices,
  frame,
  leaving: leaving(brand),
  personalFile: personalFile(brand),
  history: history(brand),
  overview: overview(brand),
  ways,
});
