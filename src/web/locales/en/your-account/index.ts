import { agencies } from './agencies.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { overview } from './overview.ts';
import { ways } from './ways.ts';

/** What a signed-in person reads about their own account: one file a section. */
export const yourAccount = { agencies, frame, history, overview, ways };
