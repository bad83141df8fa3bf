import { AppError, withMost } from '../kernel/index.ts';
import type { BodyKind } from '../web/routes/index.ts';
import { heldBodyLimits } from './limits.ts';
import { placesByNetwork } from './places-by-network.ts';

/** A body that is about to be read. */
export interface ComingBody {
  readonly kind: BodyKind;
  readonly network: string;
  /** What it may take in memory. */
  readonly bytes: number;
  /** Whose it is, where that is counted. */
  readonly person: string | undefined;
  /** Whether some of it is not here yet. */
  isComing(): boolean;
  /** Ends its connection. */
  hangUp(): void;
}

export interface HeldBodies {
  /**
   * Does what is done with a body, from its first byte to the answer. Throws AppError `bodies-held` (503) where no more
   * has room, and `own-bodies-held` (429).
   */
  hold<T>(body: ComingBody, work: () => Promise<T>): Promise<T>;
}

/** In bytes. One that is smaller costs no more than its connection does. */
const leastCounted = 16 * 1024;
const megabyte = 1024 * 1024;

/** Bodies lie in memory, in a process that answers everybody: it takes on no more than there is room for. */
export function holdBodies(photoMegabytes: number): HeldBodies {
  const ofPhotos = placesByNetwork(withMost(heldBodyLimits.photos, photoMegabytes).most * megabyte);
  const ofForms = placesByNetwork(heldBodyLimits.forms.most * megabyte);
  const ofPeople = new Map<string, Set<Held>>();

  /** Takes the body's places, and gives back once what it took. */
  function take(body: ComingBody): Held {
    const { kind, network, bytes, person = '' } = body;
    const room = kind === 'photo' ? ofPhotos : ofForms;
    if (room.isFullFor(network, bytes)) throw new AppError('bodies-held', { status: 503 });
    room.change(network, bytes);
    const own = ofPeople.get(person) ?? new Set();
    let isHeld = true;
    const held = { body, release };
    if (person) ofPeople.set(person, own.add(held));
    return held;

    function release(): void {
      if (!isHeld) return;
      isHeld = false;
      room.change(network, -bytes);
      own.delete(held);
      if (own.size === 0 && ofPeople.get(person) === own) ofPeople.delete(person);
    }
  }

  return {
    async hold(body, work) {
      if (body.bytes < leastCounted) return work();
      makeWay(ofPeople.get(body.person ?? ''));
      const { release } = take(body);
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}

interface Held {
  readonly body: ComingBody;
  release(): void;
}

/**
 * A line that broke off unnoticed keeps its place for a while, and somebody on a train has several: the oldest gives way
 * to what is sent now. What is here already is worked on in a moment.
 */
function makeWay(own: ReadonlySet<Held> = new Set()): void {
  if (own.size < heldBodyLimits['photos-each'].most) return;
  const oldest = [...own].find(({ body }) => body.isComing());
  if (!oldest) throw new AppError('own-bodies-held', { status: 429 });
  oldest.body.hangUp();
  oldest.release();
}
