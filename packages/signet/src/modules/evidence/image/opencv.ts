import { createRequire } from 'node:module';
import type * as opencv from '@techstark/opencv-js';

export type OpenCv = typeof opencv;

let loading: Promise<OpenCv> | undefined;

/** OpenCV compiled to WebAssembly, started once a process at its first use (about 0.2 s). */
export function openCv(): Promise<OpenCv> {
  loading ??= start();
  return loading;
}

async function start(): Promise<OpenCv> {
  const faultEvents = ['uncaughtException', 'unhandledRejection'] as const;
  const before = faultEvents.map((event) => process.rawListeners(event));
  const cv = createRequire(import.meta.url)('@techstark/opencv-js') as OpenCv & {
    onRuntimeInitialized?: () => void;
    then?: unknown;
  };
  // Emscripten takes over the process's fault handling, and would abort OpenCV for anyone's unhandled rejection.
  faultEvents.forEach((event, index) => {
    for (const listener of process.rawListeners(event))
      if (!before[index]?.includes(listener)) process.removeListener(event, listener as () => void);
  });
  await new Promise<void>((resolve) => {
    cv.onRuntimeInitialized = resolve;
  });
  // Its `then` resolves with itself, so that awaiting it would never end.
  delete cv.then;
  return cv;
}

/** Marks an object of OpenCV's to be freed. */
export type KeepMat = <M extends { delete(): void }>(mat: M) => M;

/** Frees OpenCV's objects, which live in WebAssembly memory that no garbage collector sees, when `work` is over. */
export function withMats<T>(work: (keep: KeepMat) => T): T {
  const { keep, free } = keeping();
  try {
    return work(keep);
  } finally {
    free();
  }
}

/** The same for work that waits in between. */
export async function withMatsHeld<T>(work: (keep: KeepMat) => Promise<T>): Promise<T> {
  const { keep, free } = keeping();
  try {
    return await work(keep);
  } finally {
    free();
  }
}

function keeping(): { keep: KeepMat; free: () => void } {
  const kept: { delete(): void }[] = [];
  return {
    keep: (mat) => {
      kept.push(mat);
      return mat;
    },
    free: () => {
      for (const mat of kept) mat.delete();
    },
  };
}
