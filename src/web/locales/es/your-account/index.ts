import type { yourAccount as english } from '../../en/your-account/index.ts';
import { agencies } from './agencies.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { overview } from './overview.ts';
import { ways } from './ways.ts';

export const yourAccount: typeof english = { agencies, frame, history, overview, ways };
