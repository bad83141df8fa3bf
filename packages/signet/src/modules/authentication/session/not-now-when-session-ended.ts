import { err, type Result } from '../../../kernel/index.ts';
import type { NotNow } from '../outcomes.ts';
import { isSessionGone } from '../sign-in/sign-in-as.ts';
import type { Presence } from './session.ts';

/**
 * A step of a session that ended while the step was under way (a second press of the button, another tab, signing
 * out) is no fault: the person goes where `nextStep` says.
 */
export const notNowWhenSessionEnded =
  <Rest extends readonly unknown[], T, E>(
    step: (presence: Presence, ...rest: Rest) => Promise<Result<T, E | NotNow>>,
  ) =>
  async (presence: Presence, ...rest: Rest): Promise<Result<T, E | NotNow>> => {
    try {
      return await step(presence, ...rest);
    } catch (error) {
      if (isSessionGone(error)) return err({ code: 'not-now' });
      throw error;
    }
  };
